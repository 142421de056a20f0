import Foundation
import Testing

@testable import ForumImport

@Suite("JSON exports")
struct JSONExportTests {
    private func threads(_ json: String) throws -> [ImportedThread] {
        try ImportedForum.read(Array(json.utf8), name: "a.json").threads
    }

    @Test("a Discourse topic is its first post and the accepted one")
    func discourse() throws {
        let thread = try #require(
            try threads(
                #"""
                {"id":17,"title":"Late &amp; lost?","tags":["quiz",{"id":1,"name":"week-2"}],"post_stream":{"posts":[
                {"username":"lila","cooked":"<p>Where is it?</p><p>I <b>looked</b>.</p>","created_at":"2026-11-23T10:00:00.000Z"},
                {"username":"x","cooked":"me too","like_count":9},
                {"username":"emma","raw":"In the LMS.","accepted_answer":true,"created_at":"2026-11-24T10:00:00Z"},
                {"username":"system","cooked":"closed","post_type":3}]}}
                """#
            ).first)
        #expect(thread.id == "17")
        #expect(thread.title == "Late & lost?")
        #expect(thread.body == "Where is it?\nI looked.")
        #expect(thread.tags == ["quiz", "week-2"])
        #expect(thread.author.name == "lila")
        #expect(thread.askedAt == Date(timeIntervalSince1970: 1_795_428_000))
        #expect(thread.answer?.text == "In the LMS.")
        #expect(thread.answer?.author.name == "emma")
    }

    @Test("topic lists have questions only, and what is no topic is counted")
    func topicList() throws {
        let json = #"{"topic_list":{"topics":[{"id":1,"title":"A?","excerpt":"b"},{"id":2}]}}"#
        let forum = try ImportedForum.read(Array(json.utf8), name: "a.json")
        #expect(forum.threads.map(\.body) == ["b"])
        #expect(forum.skipped == [.withoutQuestion: 1])
    }

    @Test("of a Telegram chat only questions with an answer by somebody else are taken")
    func telegram() throws {
        let json = #"""
            {"name":"Group","id":99,"messages":[
            {"id":1,"type":"message","date":"2026-11-23T10:00:00","from":"Lila","from_id":"user5","text":["When is ",{"type":"bold","text":"quiz 2"}," due? I lost it."]},
            {"id":2,"type":"message","from":"Lila","from_id":"user5","reply_to_message_id":1,"text":"please, it is urgent and I have looked everywhere"},
            {"id":3,"type":"message","from":"Emma","from_id":"user6","reply_to_message_id":2,"text":"Friday 18:00 UTC","date_unixtime":"1795428000"},
            {"id":4,"type":"message","from":"X","from_id":"user7","text":"lunch?"},
            {"id":5,"type":"service"}, {"id":6,"type":"message","text":7},
            {"id":7,"type":"message","reply_to_message_id":8,"text":"a"},
            {"id":8,"type":"message","reply_to_message_id":7,"text":"b"}]}
            """#
        let forum = try ImportedForum.read(Array(json.utf8), name: "a.json")
        let thread = try #require(forum.threads.first)
        #expect(forum.threads.count == 1)
        #expect(thread.id == "99/1")
        #expect(thread.title == "When is quiz 2 due?")
        #expect(thread.body == "When is quiz 2 due? I lost it.")
        #expect(thread.author.account == .init(service: "telegram", id: "5"))
        #expect(thread.answer?.text == "Friday 18:00 UTC")
        #expect(thread.answer?.at == Date(timeIntervalSince1970: 1_795_428_000))
        #expect(forum.skipped == [.chatter: 4])
    }

    @Test("a Discord channel gives its questions, a thread is one")
    func discord() throws {
        let messages = #"""
            "messages":[
            {"id":"1","type":"Default","timestamp":"2026-11-23T11:00:00+01:00","content":"How do I submit it?","author":{"id":"5","name":"lila","nickname":"Lila"}},
            {"id":"2","type":"Reply","content":"By the form.","author":{"id":"6","name":"emma"},"reference":{"messageId":"1"}},
            {"id":"3","type":"Default","content":"beep","author":{"id":"7","name":"bot","isBot":true}},
            {"id":"4","type":"Default","content":"The form is in week 8, at the end.","author":{"id":"8","name":"x"}}]
            """#
        let channel = try #require(
            try threads(
                #"{"channel":{"id":"9","type":"GuildTextChat","name":"help"},\#(messages)}"#
            )
            .first)
        #expect(channel.id == "9/1")
        #expect(channel.answer?.text == "By the form.")
        #expect(channel.author.account == .init(service: "discord", id: "5"))
        #expect(channel.askedAt == Date(timeIntervalSince1970: 1_795_428_000))
        let thread = try #require(
            try threads(
                #"{"channel":{"id":"9","type":"GuildPublicThread","name":"Submit"},\#(messages)}"#
            ).first)
        #expect(thread.title == "Submit")
        #expect(thread.body == "How do I submit it?")
        #expect(thread.answer?.text == "The form is in week 8, at the end.")
    }
}
