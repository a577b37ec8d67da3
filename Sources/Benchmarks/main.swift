let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "gaps": try GapBenchmark(arguments: Array(arguments.dropFirst())).run()
case "regions": try RegionsBenchmark(arguments: Array(arguments.dropFirst())).run()
case "samples": try SampleBenchmark(arguments: Array(arguments.dropFirst())).run()
default:
  print(
    """
    benchmarks gaps [--json] [--default] [--without-gmic] [--scratch FOLDER] [--pictures FOLDER]
    benchmarks regions [FILE…] [--gap PX] [--threads N] [--pictures FOLDER]
    benchmarks samples [FOLDER] [--json] [--mistakes] [--pictures FOLDER]
    """)
}
