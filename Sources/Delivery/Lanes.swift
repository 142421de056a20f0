import Chat
import HeapModule

/// The messages that wait for one platform: a lane for each chat, and which lane goes next.
///
/// A lane keeps its order within an urgency and has one message under way at a time. A value with the time passed in
/// (seconds since 1970): it decides, the `Outbox` sends.
struct Lanes {
    let pacing: Pacing
    private var lanes: [RoomAddress: Lane] = [:]
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
        var waiting = Heap<Item>()
        var isBusy = false
        var heldUntil: Double?
        var pace: ChatPace
    }

    /// A lane's place in the queue; out of date, and skipped, once the lane has another first message.
    private struct Turn: Comparable {
        let urgency: Urgency
        let sequence: Int
        let chat: RoomAddress

        static func < (a: Turn, b: Turn) -> Bool {
            a.urgency == b.urgency ? a.sequence < b.sequence : a.urgency < b.urgency
        }
    }

    private struct Hold: Comparable {
        let until: Double
        let chat: RoomAddress

        static func < (a: Hold, b: Hold) -> Bool { a.until < b.until }
    }

    init(_ pacing: Pacing) {
        self.pacing = pacing
        overall = RateWindow(limit: pacing.perSecond, seconds: 1)
    }

    mutating func add(_ item: Item) {
        let chat = item.chat
        open(chat, for: item)
        lanes[chat]?.waiting.insert(item)
        if lanes[chat]?.waiting.min == item { queue(chat) }
    }

    /// The next message that may go at `moment`; its lane is busy until `free` or `hold`.
    mutating func next(at moment: Double) -> Next {
        while let hold = held.min, hold.until <= moment {
            held.removeMin()
            guard lanes[hold.chat]?.heldUntil == hold.until else { continue }
            lanes[hold.chat]?.heldUntil = nil
            queue(hold.chat)
        }
        while let turn = ready.min {
            guard let lane = lanes[turn.chat], !lane.isBusy, lane.heldUntil == nil,
                lane.waiting.min?.sequence == turn.sequence
            else {
                ready.removeMin()
                continue
            }
            if pacing.isOn {
                if overall.opens > moment {
                    return .wait(until: min(overall.opens, held.min?.until ?? .infinity))
                }
                let opens = lane.pace.opens(pacing)
                if opens > moment {
                    ready.removeMin()
                    hold(turn.chat, until: opens)
                    continue
                }
                overall.take(at: moment)
                lanes[turn.chat]?.pace.take(at: moment, pacing)
            }
            ready.removeMin()
            guard let item = lanes[turn.chat]?.waiting.popMin() else { continue }
            lanes[turn.chat]?.isBusy = true
            return .send(item)
        }
        return held.min.map { .wait(until: $0.until) } ?? .idle
    }

    /// The message under way in a chat is done with.
    mutating func free(_ chat: RoomAddress, at moment: Double) {
        lanes[chat]?.isBusy = false
        if lanes[chat]?.waiting.isEmpty == false {
            queue(chat)
        } else if !pacing.isOn {
            lanes[chat] = nil
        } else if lanes.count > roomAtLastSweep {
            sweep(at: moment)
        }
    }

    /// The message under way goes back to its place, and nothing goes to its chat before `until`.
    mutating func putBack(_ item: Item, until: Double, at moment: Double) {
        let chat = item.chat
        open(chat, for: item)
        lanes[chat]?.waiting.insert(item)
        lanes[chat]?.isBusy = false
        until > moment ? hold(chat, until: until) : queue(chat)
    }

    /// Takes out everything that waits for a chat, in order.
    mutating func drain(_ chat: RoomAddress) -> [Item] {
        var items: [Item] = []
        while let item = lanes[chat]?.waiting.popMin() { items.append(item) }
        return items
    }

    /// What cannot go before a moment.
    func keys(heldBeyond moment: Double) -> [String] {
        lanes.values.filter { ($0.heldUntil ?? -.infinity) > moment }
            .flatMap { $0.waiting.unordered.map(\.owed.key) }
    }

    var laneCount: Int { lanes.count }

    private mutating func open(_ chat: RoomAddress, for item: Item) {
        guard lanes[chat] == nil else { return }
        lanes[chat] = Lane(pace: ChatPace(pacing, isGroup: item.receiver.isGroup))
    }

    private mutating func queue(_ chat: RoomAddress) {
        guard let lane = lanes[chat], !lane.isBusy, lane.heldUntil == nil,
            let first = lane.waiting.min
        else { return }
        ready.insert(
            Turn(urgency: first.owed.outgoing.urgency, sequence: first.sequence, chat: chat))
    }

    private mutating func hold(_ chat: RoomAddress, until: Double) {
        lanes[chat]?.heldUntil = until
        held.insert(Hold(until: until, chat: chat))
    }

    /// Forgets chats that are at rest, so that a bot with many learners keeps only those of the last minute.
    private mutating func sweep(at moment: Double) {
        lanes = lanes.filter { _, lane in
            lane.isBusy || lane.heldUntil != nil || !lane.waiting.isEmpty
                || !lane.pace.isRested(at: moment)
        }
        roomAtLastSweep = max(256, lanes.count * 2)
    }
}
