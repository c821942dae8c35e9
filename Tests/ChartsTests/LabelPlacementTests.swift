import Testing

@testable import Charts

struct LabelPlacementTests {
  @Test func labelsWithRoomStayWhereTheyBelong() {
    #expect(LabelPlacement.spread([10, 50, 90], heights: [10, 10, 10], within: 0...100) == [10, 50, 90])
  }

  @Test func equalWishesAreSpreadEvenlyAround() {
    #expect(LabelPlacement.spread([50, 50], heights: [10, 10], within: 0...100) == [44, 56])
    #expect(LabelPlacement.spread([50, 50, 50], heights: [10, 10, 10], within: 0...100) == [38, 50, 62])
  }

  @Test func boundsHold() {
    #expect(LabelPlacement.spread([0, 1], heights: [10, 10], within: 0...100) == [5, 17])
    #expect(LabelPlacement.spread([100, 99], heights: [10, 10], within: 0...100) == [95, 83])
  }

  @Test func spreadLabelsNeverTouchAndKeepTheirOrder() {
    var state: UInt64 = 2002
    func next(_ range: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53) * range
    }
    for _ in 0..<200 {
      let count = 1 + Int(next(12))
      let wishes = (0..<count).map { _ in next(300) }
      let heights = (0..<count).map { _ in 10 + next(20) }
      let centres = LabelPlacement.spread(wishes, heights: heights, within: 0...400)
      let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
      for (a, b) in zip(order, order.dropFirst()) {
        #expect(centres[b] - centres[a] >= (heights[a] + heights[b]) / 2 + 2 - 1e-9)
      }
      for index in 0..<count {
        #expect(centres[index] - heights[index] / 2 >= -1e-9 && centres[index] + heights[index] / 2 <= 400 + 1e-9)
      }
    }
  }

  @Test func flagsStepDownTowardsTheCrowd() {
    let (flags, isSqueezed) = LabelPlacement.flags(
      [(100, "first event"), (110, "second event"), (120, "third event")], within: 0...600, size: 12, maxWidth: 200)
    #expect(flags.map(\.anchor) == [.start, .start, .start])
    #expect(flags.map(\.offset) == [30, 15, 0])
    #expect(!isSqueezed)
  }

  @Test func flagsAtTheRightEdgeHangToTheLeft() {
    let (flags, _) = LabelPlacement.flags(
      [(560, "first event"), (580, "second event")], within: 0...600, size: 12, maxWidth: 200)
    #expect(flags.map(\.anchor) == [.end, .end])
    #expect(flags.map(\.offset) == [0, 15])
  }

  @Test func tooManyFlagsSaySo() {
    let points = (0..<20).map { (x: Double($0) * 10, label: "event number \($0)") }
    #expect(LabelPlacement.flags(points, within: 0...100, size: 12, maxWidth: 200).isSqueezed)
  }

  @Test func rowsAreFilledFromTheTop() {
    #expect(LabelPlacement.rows([0...10, 5...20, 30...40], gap: 8) == [0, 1, 0])
    #expect(LabelPlacement.rows([]) == [])
  }
}
