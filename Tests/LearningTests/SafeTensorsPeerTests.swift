import Foundation
import Learning
import Peers
import Tensors
import TestSupport
import Testing

/// The Python package reads what is written here, and what it writes is read here.
@Suite(.enabled(if: SafeTensorsPackage.isWanted))
struct SafeTensorsPeerTests {
  /// Reads a file, says what is in it, and writes it anew.
  private static let script = """
    import sys
    from safetensors import safe_open
    from safetensors.numpy import save_file
    with safe_open(sys.argv[1], framework="np") as file:
      tensors = {name: file.get_tensor(name) for name in sorted(file.keys())}
      for name, tensor in tensors.items():
        print(name, tensor.dtype, list(tensor.shape), tensor.flatten().tolist())
      print(file.metadata())
      save_file(tensors, sys.argv[2], file.metadata())
    """

  @Test(arguments: [
    (SafeTensors.Precision.float32, "float32"), (.float16, "float16"),
  ])
  func thePythonPackageAgrees(precision: SafeTensors.Precision, kind: String) throws {
    let folder = TemporaryFolder()
    let (ours, theirs) = (folder / "a", folder / "b")
    let file = SafeTensors(
      tensors: ["w": Tensor([1, -2, 0.5, 8], [2, 2]), "b": Tensor([0.25], [1])],
      metadata: ["step": "12"])
    try file.write(to: ours, as: precision)
    let said = try Python.run(Self.script, ours, theirs)
    #expect(
      said == [
        "b \(kind) [1] [0.25]", "w \(kind) [2, 2] [1.0, -2.0, 0.5, 8.0]", "{'step': '12'}",
      ])
    let back = try SafeTensors(contentsOf: theirs)
    #expect(back.tensors == file.tensors && back.metadata == file.metadata)
  }
}

private enum SafeTensorsPackage {
  static let isWanted =
    Python.has("safetensors.numpy")
    || ProcessInfo.processInfo.environment["NURIE_REQUIRE_PEERS"] != nil
}
