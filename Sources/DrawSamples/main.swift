import Characters
import Glibc

// Draws the sample characters: DrawSamples FOLDER [NAME] [SCALE]
let arguments = CommandLine.arguments.dropFirst()
guard let path = arguments.first else {
  print("usage: DrawSamples FOLDER [NAME|all] [SCALE]")
  exit(64)
}
let name = arguments.dropFirst().first ?? "all"
let folder = SampleFolder(path: path, scale: arguments.dropFirst(2).first.flatMap(Double.init) ?? 1)
_ = mkdir(path, 0o755)
for sample in Sample.all where name == "all" || name == sample.character.name {
  try folder.write(sample)
}
