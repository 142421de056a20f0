import Foundation
import Testing

@testable import ForumImport

@Suite("Mailing lists")
struct MailBoxTests {
    private func forum(_ text: String) throws -> ImportedForum {
        try ImportedForum.read(Array(text.utf8), name: "list.mbox")
    }

    private static let list = """
        From lila@example.org Mon Nov 23 10:00:00 2026
        From: =?utf-8?Q?Lila_M=C3=BC?= <lila@example.org>
        Message-ID: <1@example.org>
        Date: Mon, 23 Nov 2026 11:00:00 +0100
        Subject: [ml] Where is
          quiz 2?
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        I looked every=
        where: M=C3=BCnchen.
        --\u{20}
        Lila

        From emma@example.org Mon Nov 23 12:00:00 2026
        From: emma@example.org
        Message-ID: <2@example.org>
        In-Reply-To: <1@example.org>
        Subject: Re: [ml] Where is quiz 2?
        Content-Type: multipart/alternative; boundary="b1"

        --b1
        Content-Type: text/html

        <p>no</p>
        --b1
        Content-Type: text/plain
        Content-Transfer-Encoding: base64

        SW4gdGhlIExNUy4=
        --b1--

        From lila@example.org Mon Nov 23 13:00:00 2026
        From: lila@example.org
        Subject: Re: Where is quiz 2?

        On Monday, emma@example.org wrote:
        > In the LMS.

        Thanks!

        """

    @Test("mails and their replies become threads, without quotes and signatures")
    func threads() throws {
        let forum = try forum(Self.list)
        #expect(forum.threads.count == 1)
        let thread = try #require(forum.threads.first)
        #expect(thread.id == "<1@example.org>")
        #expect(thread.title == "Where is quiz 2?")
        #expect(thread.body == "I looked everywhere: München.")
        #expect(thread.author.name == "Lila Mü <lila@example.org>")
        #expect(thread.askedAt == Date(timeIntervalSince1970: 1_795_428_000))
        #expect(thread.answer?.text == "In the LMS.")
    }

    @Test("old mails are read as Latin-1, and parts inside of parts have an end")
    func hostile() throws {
        let latin = Array("From a\nSubject: b\n\nPr".utf8) + [0xFC] + Array("fung\n".utf8)
        #expect(try ImportedForum.read(latin, name: "a.mbox").threads.first?.body == "Prüfung")
        var nested = "From a\nSubject: deep\n"
        for _ in 0..<2_000 {
            nested += "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
        }
        #expect(try forum(nested).threads.first?.title == "deep")
    }
}
