internal import CMPI
import Glibc
public import Learning
internal import Synchronization

/// A reason why a training cannot be shared among ranks, or not any longer.
public struct RanksError: Error, CustomStringConvertible, Equatable {
  public let description: String
}

/// The programs that `mpirun` or `srun` started together: they train one network, each on its shards of every batch.
public struct OpenMPIRanks: Ranks {
  public let rank: Int
  public let count: Int

  /// How many ranks run on this machine, which share its cores.
  public var countHere: Int {
    let here = Self.variable("OMPI_COMM_WORLD_LOCAL_SIZE") ?? Self.variable("SLURM_NTASKS_PER_NODE")
    return max(1, here.flatMap { Int($0) } ?? 1)
  }

  private static let givesUp = Atomic<Bool>(false)

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Joins the others where this program is one of several.
  ///
  /// - Returns: nil where it runs alone.
  /// - Throws: `RanksError` where OpenMPI cannot be loaded, or there are not 1, 2, 4 or 8.
  public static func joined() throws -> OpenMPIRanks? {
    // mpirun and a Slurm that was built with PMIx tell this to what they start.
    guard variable("OMPI_COMM_WORLD_SIZE") != nil || variable("PMIX_RANK") != nil else {
      return nil
    }
    var (rank, count): (Int32, Int32) = (0, 0)
    if let reason = mpi_join(&rank, &count) {
      throw RanksError(
        description:
          "OpenMPI cannot be joined (\(String(cString: reason))). Install it on every node (Debian: openmpi-bin), or start nurie without mpirun."
      )
    }
    guard [1, 2, 4, 8].contains(count) else {
      mpi_leave()
      throw RanksError(
        description: "A training is shared by 1, 2, 4 or 8 ranks, not \(count). Start as many.")
    }
    return OpenMPIRanks(rank: Int(rank), count: Int(count))
  }

  public func exchange(_ values: [Float], with partner: Int) throws -> [Float] {
    var isDone = false
    let theirs = [Float](unsafeUninitializedCapacity: values.count) { theirs, filled in
      isDone = mpi_exchange(
        values, theirs.baseAddress!, Int32(values.count), Int32(partner),
        { OpenMPIRanks.givesUp.load(ordering: .relaxed) })
      filled = values.count
    }
    guard isDone else {
      throw RanksError(
        description:
          "Another rank of this training has ended. The last checkpoint is kept: go on with --resume, on 1, 2, 4 or 8 ranks."
      )
    }
    return theirs
  }

  /// Waits for no other rank any more: for when this program is asked to end.
  public static func giveUp() { givesUp.store(true, ordering: .relaxed) }

  /// Takes leave of the others, at the end.
  public func leave() { mpi_leave() }
}
