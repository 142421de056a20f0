import Chat
import Dates
import Testing
import Texts

@testable import Delivery

@Suite("Lanes")
struct LanesTests {
    func item(_ sequence: Int, _ chat: String, _ urgency: Urgency = .reply) -> Item {
        let room = RoomAddress(.telegram, chat)
        return Item(
            sequence: sequence,
            owed: Owed(
                key: "\(sequence)", Outgoing(to: .room(room), Phrase("x"), urgency: urgency),
                isDurable: true),
            receiver: Receiver(
                room: room, isGroup: chat.hasPrefix("-"),
                reader: Reader(language: "en", zone: .utc)),
            lookedUp: 0)
    }

    /// Sends everything that may go, each message taking no time.
    func sendAll(_ lanes: inout Lanes, at moment: Double) -> [Int] {
        var sent: [Int] = []
        while case .send(let item) = lanes.next(at: moment) {
            sent.append(item.sequence)
            lanes.free(item.chat, at: moment)
        }
        return sent
    }

    @Test("a chat keeps its order within an urgency, and replies go first")
    func order() {
        var lanes = Lanes(.off)
        for (number, urgency) in [Urgency.broadcast, .reminder, .broadcast, .reply, .reply]
            .enumerated()
        { lanes.add(item(number, "1", urgency)) }
        #expect(sendAll(&lanes, at: 0) == [3, 4, 1, 0, 2])
    }

    @Test("replies go first between chats, then who came first")
    func orderBetweenChats() {
        var lanes = Lanes(.off)
        lanes.add(item(1, "a", .broadcast))
        lanes.add(item(2, "b", .reminder))
        lanes.add(item(3, "c"))
        lanes.add(item(4, "b"))
        lanes.add(item(5, "a"))
        #expect(sendAll(&lanes, at: 0) == [3, 4, 5, 2, 1])
        #expect(lanes.laneCount == 0)
    }

    @Test("one message of a chat is under way at a time, of all its topics together")
    func oneUnderWay() {
        var lanes = Lanes(.off)
        lanes.add(item(1, "a"))
        var topic = item(2, "a")
        topic.receiver.room = RoomAddress(.telegram, "a", topic: "7")
        lanes.add(topic)
        guard case .send(let first) = lanes.next(at: 0), case .idle = lanes.next(at: 0) else {
            Issue.record("two were under way")
            return
        }
        lanes.free(first.chat, at: 0)
        #expect(sendAll(&lanes, at: 0) == [2])
    }

    @Test("a message that goes back keeps its place and holds only its chat")
    func putBack() {
        var lanes = Lanes(.off)
        lanes.add(item(1, "a"))
        lanes.add(item(2, "a"))
        lanes.add(item(3, "b"))
        guard case .send(let first) = lanes.next(at: 0) else { return }
        lanes.putBack(first, until: 10, at: 0)
        #expect(sendAll(&lanes, at: 0) == [3])
        guard case .wait(until: 10) = lanes.next(at: 9) else {
            Issue.record("expected a wait until 10")
            return
        }
        #expect(lanes.keys(heldBeyond: 9).sorted() == ["1", "2"])
        #expect(lanes.keys(heldBeyond: 10) == [])
        #expect(sendAll(&lanes, at: 10) == [1, 2])
    }

    @Test("what waits for a chat can be taken out in order")
    func drain() {
        var lanes = Lanes(.off)
        for number in 1...3 { lanes.add(item(number, "a", number == 3 ? .reply : .reminder)) }
        #expect(lanes.drain(RoomAddress(.telegram, "a")).map(\.sequence) == [3, 1, 2])
        guard case .idle = lanes.next(at: 0) else {
            Issue.record("something was left")
            return
        }
    }

    @Test("under any load nothing is lost, out of order or too fast", arguments: 1...12)
    func anyLoad(seed: Int) {
        var chance = seed &* 2_654_435_761
        func number(below limit: Int) -> Int {
            chance = (chance &* 6_364_136_223_846_793_005) &+ 1_442_695_040_888_963_407
            return Int(UInt(bitPattern: chance) >> 33) % limit
        }
        let pacing = Pacing(burst: 3, perChat: 1, perGroupMinute: 20, perSecond: 10)
        var lanes = Lanes(pacing)
        var sent: [(item: Item, at: Double)] = []
        var underWay: [(item: Item, until: Double)] = []
        var (moment, added) = (0.0, 0)
        while sent.count < 400 {
            while added < 400, number(below: 3) > 0 {
                added += 1
                let chat = number(below: 2) == 0 ? "-\(number(below: 3))" : "\(number(below: 5))"
                lanes.add(item(added, chat, Urgency(rawValue: number(below: 3)) ?? .reply))
            }
            let ended = underWay.filter { $0.until <= moment }
            underWay.removeAll { $0.until <= moment }
            for end in ended {
                if number(below: 8) == 0 {
                    lanes.putBack(
                        end.item, until: moment + Double(number(below: 5)), at: moment)
                } else {
                    sent.append((end.item, moment))
                    lanes.free(end.item.chat, at: moment)
                }
            }
            while case .send(let item) = lanes.next(at: moment) {
                #expect(!underWay.contains { $0.item.chat == item.chat })
                underWay.append((item, moment + Double(number(below: 3)) / 4))
            }
            moment += 0.25
            if moment > 100_000 { break }
        }
        #expect(Set(sent.map(\.item.sequence)) == Set(1...400))
        for (index, entry) in sent.enumerated() where index >= 20 {
            let group = sent[..<index].filter { $0.item.chat == entry.item.chat }
            guard entry.item.receiver.isGroup, group.count >= 20 else { continue }
            // Attempts are paced, arrivals are up to half a second later.
            #expect(entry.at - group[group.count - 20].at > 59)
        }
    }

    @Test("chats at rest are forgotten")
    func sweep() {
        var lanes = Lanes(Pacing(perSecond: 100_000))
        for number in 0..<5_000 {
            lanes.add(item(number, "\(number)"))
            _ = sendAll(&lanes, at: Double(number))
        }
        #expect(lanes.laneCount < 600)
    }
}
