/// Borders by cost, the cheapest first and, among equals, the lower number: a binary heap.
struct CostQueue {
  struct Item {
    let cost: Double
    let edge: Int32
    let version: Int
  }

  private var items: [Item] = []

  private static func precedes(_ a: Item, _ b: Item) -> Bool {
    if a.cost != b.cost { return a.cost < b.cost }
    if a.edge != b.edge { return a.edge < b.edge }
    return a.version < b.version
  }

  mutating func push(cost: Double, edge: Int32, version: Int) {
    items.append(Item(cost: cost, edge: edge, version: version))
    var child = items.count - 1
    while child > 0, Self.precedes(items[child], items[(child - 1) / 2]) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Item? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if items.isEmpty { return first }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && Self.precedes(items[child], items[least]) { least = child }
      if least == parent { return first }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
