import Chat
import HeapModule

/// The messages that wait for one platform: a lane for each chat, and which lane goes next.
///
/// A lane keeps its order within an urgency and has one message under way at a time. A value with the time passed in
/// (seconds since 1970): it decides, the `Outbox` sends.
struct Lanes {
    let pacing: Pacing
    /// Where a chat's lane lies. Turns and holds name the place and not the chat, which would be looked up every time.
    private var places: [RoomAddress: Int] = [:]
    private var lanes: [Lane] = []
    /// Places without a lane.
    private var vacant: [Int] = []
    private var ready = Heap<Turn>()
    private var held = Heap<Hold>()
    private var overall: RateWindow
    private var roomAtLastSweep = 256

    enum Next {
        case send(Item)
        /// Nothing may go before then.
        case wait(until: Double)
        case idle
    }

    private struct Lane {
        /// Nearly always the only one.
        var first: Item?
        var others = Heap<Item>()
        var isBusy = false
        var heldUntil: Double?
        var pace: ChatPace

        var isOpen: Bool { !isBusy && heldUntil == nil }

        mutating func insert(_ item: Item) {
            guard let first else { return self.first = item }
            others.insert(max(first, item))
            self.first = min(first, item)
        }

        mutating func popFirst() -> Item? {
            defer { first = others.popMin() }
            return first
        }
    }

    /// A lane's place in the queue; out of date, and skipped, once the lane has another first message.
    private struct Turn: Comparable {
        let urgency: Urgency
        let sequence: Int
        let place: Int

        static func < (a: Turn, b: Turn) -> Bool {
            a.urgency == b.urgency ? a.sequence < b.sequence : a.urgency < b.urgency
        }
    }

    private struct Hold: Comparable {
        let until: Double
        let place: Int

        static func < (a: Hold, b: Hold) -> Bool { a.until < b.until }
    }

    init(_ pacing: Pacing) {
        self.pacing = pacing
        overall = RateWindow(limit: pacing.perSecond, seconds: 1)
    }

    mutating func add(_ item: Item) {
        let place = open(for: item)
        lanes[place].insert(item)
        if lanes[place].first == item { queue(place) }
    }

    /// Whether nothing waits that could ever go without a lane's being freed first.
    var isIdle: Bool { ready.isEmpty && held.isEmpty }

    /// The next message that may go at `moment`; its lane is busy until `free` or `putBack`.
    mutating func next(at moment: Double) -> Next {
        while let hold = held.min, hold.until <= moment {
            held.removeMin()
            guard lanes[hold.place].heldUntil == hold.until else { continue }
            lanes[hold.place].heldUntil = nil
            queue(hold.place)
        }
        while let turn = ready.min {
            guard lanes[turn.place].isOpen, lanes[turn.place].first?.sequence == turn.sequence
            else {
                ready.removeMin()
                continue
            }
            if pacing.isOn {
                if overall.opens > moment {
                    return .wait(until: min(overall.opens, held.min?.until ?? .infinity))
                }
                let opens = lanes[turn.place].pace.opens(pacing)
                if opens > moment {
                    ready.removeMin()
                    hold(turn.place, until: opens)
                    continue
                }
                overall.take(at: moment)
                lanes[turn.place].pace.take(at: moment, pacing)
            }
            ready.removeMin()
            guard let item = lanes[turn.place].popFirst() else { continue }
            lanes[turn.place].isBusy = true
            return .send(item)
        }
        return held.min.map { .wait(until: $0.until) } ?? .idle
    }

    /// The message under way in a chat is done with.
    mutating func free(_ chat: RoomAddress, at moment: Double) {
        guard let place = places[chat] else { return }
        lanes[place].isBusy = false
        if lanes[place].first != nil {
            queue(place)
        } else if !pacing.isOn {
            places[chat] = nil
            vacant.append(place)
        } else if laneCount > roomAtLastSweep {
            sweep(at: moment)
        }
    }

    /// The message under way goes back to its place, and nothing goes to its chat before `until`.
    mutating func putBack(_ item: Item, until: Double, at moment: Double) {
        let place = open(for: item)
        lanes[place].insert(item)
        lanes[place].isBusy = false
        until > moment ? hold(place, until: until) : queue(place)
    }

    /// Takes out everything that waits for a chat, in order.
    mutating func drain(_ chat: RoomAddress) -> [Item] {
        guard let place = places[chat] else { return [] }
        var items: [Item] = []
        while let item = lanes[place].popFirst() { items.append(item) }
        return items
    }

    /// What cannot go before a moment.
    func keys(heldBeyond moment: Double) -> [String] {
        places.values.map { lanes[$0] }.filter { ($0.heldUntil ?? -.infinity) > moment }
            .flatMap { lane in
                ([lane.first].compactMap { $0 } + lane.others.unordered).map(\.owed.key)
            }
    }

    var laneCount: Int { places.count }

    private mutating func open(for item: Item) -> Int {
        let chat = item.chat
        if let place = places[chat] { return place }
        let lane = Lane(pace: ChatPace(pacing, isGroup: item.receiver.isGroup))
        let place: Int
        if let free = vacant.popLast() {
            place = free
            lanes[place] = lane
        } else {
            place = lanes.count
            lanes.append(lane)
        }
        places[chat] = place
        return place
    }

    private mutating func queue(_ place: Int) {
        guard lanes[place].isOpen, let first = lanes[place].first else { return }
        ready.insert(
            Turn(urgency: first.owed.outgoing.urgency, sequence: first.sequence, place: place))
    }

    private mutating func hold(_ place: Int, until: Double) {
        lanes[place].heldUntil = until
        held.insert(Hold(until: until, place: place))
    }

    /// Forgets chats that are at rest, so that a bot with many learners keeps only those of the last minute.
    private mutating func sweep(at moment: Double) {
        for (chat, place) in places {
            let lane = lanes[place]
            guard lane.isOpen, lane.first == nil, lane.pace.isRested(at: moment) else { continue }
            places[chat] = nil
            vacant.append(place)
        }
        roomAtLastSweep = max(256, laneCount * 2)
    }
}
