import Testing

@testable import Telegram

@Suite struct TelegramMessageTests {
    private func message(_ members: String) throws -> TelegramMessage {
        let json =
            #"{"message_id":3,"date":1,"chat":{"id":-1,"type":"group","title":"S"}\#(members)}"#
        var scanner = JSONScanner(Array(json.utf8))
        return try TelegramMessage(&scanner)
    }

    @Test(
        "a thread is a topic only where the message says so",
        arguments: [
            (#","message_thread_id":17,"is_topic_message":true"#, Int64?(17)),
            (#","message_thread_id":17"#, nil),
            (#","message_thread_id":17,"is_topic_message":false"#, nil),
            ("", nil),
        ])
    func topic(members: String, expected: Int64?) throws {
        #expect(try message(members).topic == expected)
    }

    @Test("the service message that opened a topic is not what one replies to")
    func topicRoot() throws {
        let root =
            #","message_thread_id":17,"is_topic_message":true,"reply_to_message":{"message_id":17}"#
        #expect(try message(root).replyTo == nil)
        let reply =
            #","reply_to_message":{"message_id":2,"text":"When?","from":{"id":5,"first_name":"E"}}"#
        #expect(try message(reply).replyTo?.text == "When?")
    }

    @Test(
        "a place is told to a hundredth of a degree, a venue's or an odd one's not at all",
        arguments: [
            (
                #","location":{"latitude":18.5204303,"longitude":73.8567437}"#,
                String?("18.52,73.86")
            ),
            (#","location":{"latitude":-0.004,"longitude":-5,"live_period":60}"#, "-0.00,-5.00"),
            (#","location":{"latitude":1,"longitude":2},"venue":{"title":"Café"}"#, nil),
            (#","location":{"latitude":91,"longitude":2},"text":"x""#, nil),
            (#","location":{"latitude":"1"},"text":"x""#, nil),
        ])
    func location(members: String, expected: String?) throws {
        #expect(try message(members).location?.typed == expected)
    }

    @Test("a caption counts as the text")
    func caption() throws {
        #expect(try message(#","photo":[{"file_id":"x"}],"caption":"/submit""#).text == "/submit")
        #expect(try message(#","sticker":{"emoji":"😀"}"#).text == nil)
    }

    @Test("of a photo the largest size counts, and a recording is a file as well")
    func otherFiles() throws {
        let photo =
            #","photo":[{"file_id":"s","file_size":9},{"file_id":"l","file_size":90}]"#
        let largest = TelegramDocument(id: "l", mediaType: "image/jpeg", size: 90)
        #expect(try message(photo).document == largest)
        #expect(try message(#","photo":[],"caption":"x""#).document == nil)
        #expect(try message(#","photo":[{}],"caption":"x""#).text == "x")
        #expect(try message(#","voice":{"file_id":"v","duration":3}"#).document?.id == "v")
        let quoted = #","reply_to_message":{"message_id":2,"document":{"file_id":"BQAC"}}"#
        #expect(try message(quoted).replyTo?.document?.id == "BQAC")
    }

    @Test("a file is told by its id, name, type and size, and harms nothing where it is odd")
    func document() throws {
        let file =
            #","document":{"file_id":"BQAC","file_unique_id":"u","file_name":"a.ics","mime_type":"text/calendar","file_size":912}"#
        #expect(
            try message(file).document
                == TelegramDocument(
                    id: "BQAC", name: "a.ics", mediaType: "text/calendar", size: 912))
        #expect(try message(#","document":{"file_id":"BQAC"}"#).document?.name == "")
        let odd = try message(#","document":{"file_name":"x","a":[1]},"caption":"/submit""#)
        #expect(odd.document == nil && odd.text == "/submit")
    }

    @Test("the part of a message that was picked out counts only in a reply to it")
    func quotedPart() throws {
        let part = #","quote":{"text":"When?","position":3}"#
        #expect(try message(part).quotedPart == nil)
        #expect(try message(part + #","reply_to_message":{"message_id":2}"#).quotedPart == "When?")
    }

    @Test("forwarding, automatic forwarding and migration are noticed")
    func marks() throws {
        #expect(
            try message(#","forward_origin":{"type":"hidden_user","sender_user_name":"x"}"#)
                .isForwarded)
        #expect(try message(#","is_automatic_forward":true"#).isAutomaticForward)
        #expect(try message(#","migrate_to_chat_id":-1001"#).migratedTo == -1001)
        #expect(try message(#","migrate_from_chat_id":-1"#).migratedFrom == -1)
    }
}
