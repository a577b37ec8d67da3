// swift-tools-version: 6.2
import PackageDescription

// The folder list is the architecture: one module per noun, low to high, and an arrow never points
// up. ARCHITECTURE.md says what each module knows and what it must not know.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Pixels by the million are thirty times slower without the optimiser, and the tests run on debug builds.
let engine: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let runners = ["nqsv", "pbs", "slurm"]

let themes = ["hotaru", "okabe", "sakura", "shirokuro", "sumi", "ukiyo", "washi"]

let package = Package(
  name: "nurie",
  products: [
    .executable(name: "nurie", targets: ["nurie"])
  ],
  traits: [
    .trait(
      name: "InvariantChecks",
      description: "Checks the invariants of region maps and palettes after every change; slow.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    // One target a C library: a module map, and the smallest shim where the library needs one.
    .target(
      name: "CPNG", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
      linkerSettings: [.linkedLibrary("png"), .linkedLibrary("z")]),
    .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
    .target(
      name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CUnfinished"),
    .target(name: "CBLAS"),
    .target(name: "CMPI"),
    .target(name: "CRescue"),
    .systemLibrary(name: "CWebP"),
    .systemLibrary(name: "CLCMS"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CCairo"),
    .systemLibrary(name: "CXXHash"),
    .systemLibrary(name: "CMalloc"),

    // The engine.
    .target(name: "Raster", swiftSettings: engine, linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "ImageFormats",
      dependencies: [
        "Raster", "CPNG", "CJPEG", "CWebP", "CLCMS", "CZip", "CUnfinished",
      ],
      swiftSettings: engine),
    .target(name: "Regions", dependencies: ["Raster"], swiftSettings: engine),
    .target(
      name: "Coloring",
      dependencies: [
        "Raster", "Regions", "CXXHash", "Tensors", "Autograd", "Learning", "Networks",
      ],
      swiftSettings: engine),
    .target(
      name: "Delivery", dependencies: ["Raster", "ImageFormats", "Regions", "Coloring"],
      swiftSettings: engine),
    .target(
      name: "Characters", dependencies: ["Raster", "Regions", "CCairo"], swiftSettings: engine),
    .target(name: "Figures", dependencies: ["Raster", "Regions"], swiftSettings: engine),

    // Networks: tensors and their kernels, the tape, what learns. Threads come from Raster's Work.
    .target(
      name: "CConvolution", exclude: ["kernels.inc"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "Tensors", dependencies: ["Raster", "CBLAS", "CConvolution"], swiftSettings: engine),
    .target(name: "Autograd", dependencies: ["Tensors"], swiftSettings: engine),
    .target(
      name: "Learning", dependencies: ["Raster", "Tensors", "Autograd"], swiftSettings: engine),
    .target(
      name: "Networks", dependencies: ["Tensors", "Autograd", "Learning"], swiftSettings: engine),
    .target(
      name: "Training",
      dependencies: [
        "Raster", "ImageFormats", "Regions", "Coloring", "Figures", "Tensors", "Autograd",
        "Learning", "Networks", "CMPI",
      ], swiftSettings: engine),

    // The studio: a terminal as a surface of cells, the project folder, the application without a screen,
    // and what its panes look like.
    // The themes are built in, so that a program installed alone has them.
    .target(
      name: "TOMLText", dependencies: [.product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: strict),
    .target(
      name: "TerminalUI",
      dependencies: [
        "Raster", "CTerminal", "CRescue", "TOMLText",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: themes.map { .embedInCode("../../themes/\($0).toml") }, swiftSettings: engine),
    .target(
      name: "Projects",
      dependencies: ["Raster", "ImageFormats", "Regions", "Coloring", "Delivery"],
      swiftSettings: engine),
    // The descriptions of batch systems are built in likewise.
    .target(
      name: "Renders",
      dependencies: [
        "Raster", "ImageFormats", "Coloring", "Delivery", "Projects", "TOMLText",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: runners.map { .embedInCode("../../runners/\($0).toml") }, swiftSettings: engine),
    .target(
      name: "Studio",
      dependencies: [
        "Raster", "ImageFormats", "Regions", "Coloring", "Delivery", "Projects", "Renders",
        "TerminalUI",
      ],
      swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: [
        "Raster", "ImageFormats", "Regions", "Coloring", "Projects", "Renders", "TerminalUI",
        "Studio",
      ],
      swiftSettings: strict),

    // Programs on a terminal, driven from outside by benchmarks and tests.
    .target(name: "TerminalDriver", swiftSettings: strict),

    // What people run.
    .executableTarget(
      name: "nurie",
      dependencies: [
        "Raster", "ImageFormats", "Regions", "Coloring", "Delivery", "Figures", "TerminalUI",
        "Projects", "Renders", "Learning", "Training", "Studio", "Screens", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Raster", "ImageFormats", "Regions", "Coloring", "Delivery", "Characters", "Figures",
        "Projects", "Renders", "Studio", "TerminalUI", "TerminalDriver", "Tensors", "Autograd",
        "Learning", "Networks", "Training",
      ],
      exclude: [
        "Neural/jax_peer.py", "Neural/libtorch.py", "Neural/onnx_peer.py", "Neural/stylegan.py",
        "Neural/safetensors_reader.py",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DrawSamples",
      dependencies: ["Raster", "ImageFormats", "Coloring", "Characters"],
      swiftSettings: strict),

    // Other people's programs, for tests that compare with them.
    .target(name: "Peers", path: "Tests/Peers", swiftSettings: strict),
    // What tests of several modules share: small pictures, random numbers, folders, waiting. It draws pixel by pixel.
    .target(
      name: "TestSupport", dependencies: ["Raster"], path: "Tests/TestSupport",
      swiftSettings: engine),

    .testTarget(
      name: "DeliveryTests",
      dependencies: ["Delivery", "Coloring", "Regions", "ImageFormats", "Raster", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RasterTests", dependencies: ["Raster", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TOMLTextTests",
      dependencies: ["TOMLText", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: strict),
    .testTarget(
      name: "ImageFormatsTests", dependencies: ["ImageFormats", "Raster", "Peers", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "RegionsTests", dependencies: ["Regions", "Raster", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ColoringTests",
      dependencies: [
        "Coloring", "Characters", "Regions", "Raster", "Networks", "Learning", "Autograd",
        "Tensors", "TestSupport",
      ],
      swiftSettings: strict),
    // Coloured by every engine.
    .testTarget(
      name: "SituationTests",
      dependencies: ["Coloring", "Delivery", "Characters", "Regions", "Raster", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CharactersTests", dependencies: ["Characters", "Regions", "Raster"],
      swiftSettings: strict),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Regions", "Raster"], swiftSettings: strict),
    // Central differences by the thousand: optimised, too.
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors", "Raster", "TestSupport"],
      swiftSettings: engine),
    .testTarget(
      name: "AutogradTests", dependencies: ["Autograd", "Tensors", "Raster"],
      swiftSettings: engine),
    .testTarget(
      name: "LearningTests",
      dependencies: [
        "Networks", "Learning", "Autograd", "Tensors", "Raster", "Peers", "TestSupport",
      ],
      resources: [.copy("Fixtures")], swiftSettings: engine),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "Training", "Coloring", "Figures", "ImageFormats", "Networks", "Learning", "Autograd",
        "Regions", "Tensors", "Raster", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "Regions", "Raster", "TestSupport"],
      swiftSettings: strict),
    // A program for tests to kill.
    .executableTarget(
      name: "EditStorm", dependencies: ["Projects"], path: "Tests/EditStorm",
      swiftSettings: strict),
    .testTarget(
      name: "ProjectsTests",
      dependencies: [
        "Projects", "Coloring", "Delivery", "ImageFormats", "Regions", "Raster", "EditStorm",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RendersTests",
      dependencies: ["Renders", "Projects", "Coloring", "ImageFormats", "Raster", "TestSupport"],
      resources: [.copy("StandIns")], swiftSettings: strict),
    .testTarget(
      name: "StudioTests",
      dependencies: [
        "Studio", "Projects", "Renders", "TerminalUI", "Coloring", "Regions", "ImageFormats",
        "Raster", "DrawnStudios", "TestSupport",
      ],
      swiftSettings: strict),
    // A studio on a small drawing that the engine has coloured, for the tests of both.
    .target(
      name: "DrawnStudios",
      dependencies: [
        "Studio", "Projects", "Renders", "TerminalUI", "Coloring", "Regions", "Raster",
        "TestSupport",
      ],
      path: "Tests/DrawnStudios", swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Studio", "Projects", "Renders", "TerminalUI", "Coloring", "Regions", "Raster",
        "DrawnStudios", "TestSupport",
      ],
      swiftSettings: strict),
    // Drives the studio on terminals, through all that can happen to it there.
    .testTarget(
      name: "StudioDriveTests",
      dependencies: [
        "TerminalDriver", "Studio", "Projects", "Renders", "TerminalUI", "ImageFormats", "Raster",
        "nurie", "TestSupport",
      ],
      swiftSettings: strict),
    // Drives the built program as its users do, and checks the manifest against the imports.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "ImageFormats", "Raster", "Coloring", "Projects", "Renders", "Studio", "nurie",
        "TestSupport",
      ],
      swiftSettings: strict),
  ]
)

// `./nurie test AREA` names the test targets it wants: they and what they need are built, and nothing else.
if let wanted = Context.environment["NURIE_TESTS"] {
  var needed: Set<String> = []
  var open = wanted.split(separator: " ").map(String.init)
  while let name = open.popLast() {
    guard needed.insert(name).inserted else { continue }
    for dependency in package.targets.first(where: { $0.name == name })?.dependencies ?? [] {
      switch dependency {
      case .byNameItem(let name, _), .targetItem(let name, _): open.append(name)
      default: break
      }
    }
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products.removeAll { !needed.contains($0.name) }
}
