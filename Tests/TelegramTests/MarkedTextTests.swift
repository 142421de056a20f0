import Chat
import Foundation
import Support
import Testing

@testable import Telegram

@Suite struct MarkedTextTests {
    private typealias Mark = MarkedText.Mark

    @Test("runs become marks counted in UTF-16")
    func marks() {
        let text: Text = [
            .plain("😀 "), .bold("Quiz 1"), .plain(" "), .code("/undo r7"),
            .link("LMS", url: "https://l.ms"),
            .mention(Account(.telegram, "11"), name: "Lila"),
            .instant(Date(timeIntervalSince1970: 0), written: "Fri 27 Nov"),
        ]
        let marked = MarkedText(text)
        #expect(marked.text == "😀 Quiz 1 /undo r7LMSLilaFri 27 Nov")
        #expect(
            marked.marks == [
                Mark(kind: .bold, range: 3..<9), Mark(kind: .code, range: 10..<18),
                Mark(kind: .link(url: "https://l.ms"), range: 18..<21),
                Mark(kind: .mention(user: 11, name: "Lila"), range: 21..<25),
            ])
    }

    @Test("somebody of another platform is named, not notified")
    func foreignMention() {
        let marked = MarkedText([.mention(Account(.discord, "11"), name: "@lila")])
        #expect(marked == MarkedText(text: "@lila", marks: [Mark(kind: .code, range: 0..<5)]))
    }

    @Test("any quoted text arrives as it is, and no mark cuts a character")
    func verbatim() {
        var chance = SeededGenerator(state: 7)
        for _ in 0..<2_000 {
            let (title, name) = (chance.text(upTo: 30), chance.text(upTo: 8))
            let text: Text = [.bold("Saved: "), .quoted(title), .plain("\n– "), .quoted(name)]
            let marked = MarkedText(text)
            #expect(marked.text == text.plain)
            let units = Array(marked.text.utf16)
            var end = 0
            for mark in marked.marks {
                #expect(mark.range.lowerBound >= end && !mark.range.isEmpty)
                end = mark.range.upperBound
                for at in [mark.range.lowerBound, mark.range.upperBound] where at < units.count {
                    #expect(!UTF16.isTrailSurrogate(units[at]))
                }
            }
            #expect(end <= units.count)
        }
    }

    @Test("nothing that Telegram links is left open in quoted text")
    func neverLinks() throws {
        // What the real server looks for, as far as it is known.
        let links = [
            #/(?:^|[^\w@\/])@[A-Za-z0-9_]{2,}/#, #/(?:^|[^\w\/<>])\/[A-Za-z0-9_]+/#,
            #/(?:^|[^\w#])#\w+/#, #/\w+:\/\/\S/#, #/[\w-]\.(?:com|org|net|io|co|y)\b/#,
        ]
        var chance = SeededGenerator(state: 11)
        for _ in 0..<2_000 {
            let text = chance.text(upTo: 30)
            let marked = MarkedText([.quoted(text)])
            var open = Array(marked.text.utf16)
            for mark in marked.marks {
                for at in mark.range { open[at] = 0x7E }
            }
            let visible = String(decoding: open, as: UTF16.self)
            for link in links.dropLast() {
                #expect(visible.firstMatch(of: link) == nil, "\(text.debugDescription)")
            }
        }
    }
}
