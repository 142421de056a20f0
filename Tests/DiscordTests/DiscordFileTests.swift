import Chat
import Testing

@testable import Discord

@Suite struct DiscordFileTests {
    private static let url = "https://cdn.discordapp.com/attachments/5/777/essay.pdf?ex=6a5b&is=1"

    @Test("it is one word and an address, with the message that holds it where there is one")
    func written() {
        let place = DiscordFile.Place(channel: "5", message: "100")
        let inMessage = DiscordFile(id: "777", url: Self.url, place: place)
        #expect(inMessage.description == "5/100/777 \(Self.url)")
        let alone = DiscordFile(id: "777", url: Self.url, place: nil)
        for file in [inMessage, alone] { #expect(DiscordFile(file.description) == file) }
        for wrong in ["", "777", "5/777 u", "a b c", " ", "1/2/3/4 u"] {
            #expect(DiscordFile(wrong) == nil)
        }
    }

    @Test(
        "an address says in its own words until when it works",
        arguments: [
            ("https://x/y?ex=6a5b&is=1", 0x6A5B), ("https://x/y?is=1&ex=ff", 0xFF),
            ("https://x/y", nil), ("https://x/y?ex=", nil), ("https://x/y?ex=zz", nil),
            ("https://x/ex=ff", nil), ("", nil),
        ] as [(String, Double?)])
    func expiry(url: String, moment: Double?) {
        #expect(DiscordFile(id: "1", url: url, place: nil).expires == moment)
    }

    @Test(
        "a message's first file is told, with what its sender says of it and how many more there are"
    )
    func message() throws {
        let text = """
            {"id":"100","channel_id":"5","attachments":[
            {"id":"777","filename":"../Lila.pdf","content_type":"application/pdf","size":12,"url":"https://x/y"},
            {"id":"778","filename":"b","url":"https://x/z"}]}
            """
        let json = JSONReader.read(Array(text.utf8)) ?? .null
        let file = try #require(Attachment(discord: json))
        #expect(
            file
                == Attachment(
                    id: "5/100/777 https://x/y", name: "../Lila.pdf", mediaType: "application/pdf",
                    size: 12, others: 1))
        #expect(Attachment(discord: ["id": "1", "attachments": []]) == nil)
        #expect(Attachment(discord: ["id": "1", "attachments": [["id": "2"]]]) == nil)
    }
}
