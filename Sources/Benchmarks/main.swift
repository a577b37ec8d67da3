let arguments = Array(CommandLine.arguments.dropFirst())
let options = Array(arguments.dropFirst())
switch arguments.first {
case "average": try WeightMean(arguments: options).run()
case "cancel": try CancelBenchmark().run()
case "cells": try CellsBenchmark(arguments: options).run()
case "confidence": try ConfidenceBenchmark(arguments: options).run()
case "doubt": try DoubtBenchmark(arguments: options).run()
case "edits": EditsBenchmark().run()
case "examples": try ExamplesBenchmark(arguments: options).run()
case "few-shot": try FewShotBenchmark(arguments: options).run()
case "gan": try GeneratedBenchmark(arguments: options).run()
case "gaps": try GapBenchmark(arguments: options).run()
case "generator": GeneratorBenchmark().run()
case "keys": try KeysBenchmark(arguments: options).run()
case "neural": try NeuralBenchmark(arguments: options).run()
case "regions": try RegionsBenchmark(arguments: options).run()
case "renders": try RendersBenchmark(arguments: options).run()
case "samples": try SampleBenchmark(arguments: options).run()
case "speed": try SpeedBenchmark().run()
case "studio": try StudioBenchmark(arguments: options).run()
case nil:
  try SpeedBenchmark().run()
  try RegionsBenchmark(arguments: []).run()
  try SampleBenchmark(arguments: []).run()
  try GapBenchmark(arguments: []).run()
  try CellsBenchmark(arguments: []).run()
default:
  print(
    """
    ./nurie bench                every benchmark
    ./nurie bench speed          the program's time and memory beside its budgets
    ./nurie bench average FILE… --output FILE   the mean of weights of one training
    ./nurie bench cancel         how soon each step stops when asked to
    ./nurie bench regions [FILE…] [--gap PX] [--threads N] [--pictures FOLDER]
    ./nurie bench cells [--threads N] [--pictures FOLDER]
    ./nurie bench edits          how long an undo takes after very many edits
    ./nurie bench generator
    ./nurie bench keys [--frames N] [--scale S] [--matcher classical]
    ./nurie bench neural [--turns N] [--json]
    ./nurie bench renders [--units N] [--workers N] [--storms N]
    ./nurie bench samples [FOLDER] [--json] [--mistakes] [--pictures FOLDER]
    ./nurie bench confidence [--network FILE] [--pairs N] [--seed S] [--folder FOLDER] [--regions]
    ./nurie bench doubt [--pages N] [--scale S] [--regions]
    ./nurie bench examples [--characters N] [--seed S] [--corrections N] [--network FILE]
    ./nurie bench few-shot [--of heads|bodies] [--drawings N] [--turns N] [--network FILE]
    ./nurie bench few-shot --gan FILE [--drawings N] [--turns N] [--steps N] [--generated N] [--pictures FOLDER]
    ./nurie bench gan --gan FILE --data DIR [--seed S] [--pictures FOLDER]
    ./nurie bench studio [--drawings N] [--keys N] [--scratch FOLDER] [--json]
    ./nurie bench gaps [--json] [--default] [--without-gmic] [--scratch FOLDER] [--pictures FOLDER]
    """)
}
