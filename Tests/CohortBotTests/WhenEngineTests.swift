import Dates
import Foundation
import Testing

@testable import CohortBot

@Suite("cohortbot when")
struct WhenEngineTests {
    private let zones = ZoneDatabase.system

    private func engine(_ zone: String = "UTC", country: String? = nil) throws -> WhenEngine {
        let zone = try #require(zones.zone(named: zone))
        let now = Date(timeIntervalSince1970: 1_795_446_000)  // 2026-11-23T15:00:00Z
        return WhenEngine(
            zones: zones,
            standard: DateContext(now: now, zone: zone, language: "en", country: country))
    }

    private func answer(_ json: String, _ engine: WhenEngine) -> String {
        engine.answer(InputLines.Line(number: 7, bytes: Array(json.utf8)))
    }

    @Test(
        "a line of JSON is answered by a line with the same four keys",
        arguments: [
            (
                #"{"text":"tomorrow 5pm","reference_time":"2026-11-23T10:00:00-05:00","tz":"America/Toronto","lang":"en-us","prefer":"future"}"#,
                #"{"start":"2026-11-24T17:00:00-05:00","end":null,"rrule":null,"ask":null}"#
            ),
            (
                #"{"text":"amanhã às 17h","reference_time":"2026-11-23T10:00:00","tz":"America/Sao_Paulo","lang":"pt"}"#,
                #"{"start":"2026-11-24T17:00:00-03:00","end":null,"rrule":null,"ask":null}"#
            ),
            (
                #"{"text":"every Monday at 9","tz":"-02:00","reference_time":"2026-11-23T10:00:00-02:00"}"#,
                #"{"start":"2026-11-30T09:00:00-02:00","end":null,"rrule":"FREQ=WEEKLY;BYDAY=MO","ask":null}"#
            ),
            (
                #"{"text":"tomorrow 3-5pm","tz":"floating"}"#,
                #"{"start":"2026-11-24T15:00:00Z","end":"2026-11-24T17:00:00Z","rrule":null,"ask":null}"#
            ),
            (
                #"{"text":"tomorrow 5pm IST"}"#,
                #"{"start":null,"end":null,"rrule":null,"ask":"zone"}"#
            ),
            (
                #"{"text":"tomorrow 5pm IST","country":"IN"}"#,
                #"{"start":"2026-11-24T17:00:00+05:30","end":null,"rrule":null,"ask":null}"#
            ),
            (
                #"{"text":"3/4","lang":""}"#,
                #"{"start":null,"end":null,"rrule":null,"ask":"day-or-month"}"#
            ),
            (
                #"{"text":"Friday 26 November 2026"}"#,
                #"{"start":null,"end":null,"rrule":null,"ask":"weekday-or-date"}"#
            ),
            (
                #"{"text":"next week"}"#,
                #"{"start":null,"end":null,"rrule":null,"ask":"which-day"}"#
            ),
            (
                #"{"text":"yesterday","lang":null}"#,
                #"{"start":null,"end":null,"rrule":null,"ask":null}"#
            ),
            (
                #"{"text":"yesterday at noon","prefer":"none"}"#,
                #"{"start":"2026-11-22T12:00:00Z","end":null,"rrule":null,"ask":null}"#
            ),
            (#"{"text":"hello"}"#, #"{"start":null,"end":null,"rrule":null,"ask":null}"#),
            (#"{"text":""}"#, #"{"start":null,"end":null,"rrule":null,"ask":null}"#),
        ])
    func lines(question: String, expected: String) throws {
        #expect(answer(question, try engine()) == expected)
    }

    @Test(
        "a line that asks nothing is answered in its place with what is wrong",
        arguments: [
            ("", "line 7: no JSON object"), ("{", "line 7: no JSON object"),
            ("[1]", "line 7: no JSON object"), ("null", "line 7: no \"text\""),
            ("{}", "line 7: no \"text\""), (#"{"text":5}"#, "line 7: \"text\" is no text"),
            (#"{"text":null}"#, "line 7: no \"text\""),
            (#"{"text":"now","tz":"Mars/Base"}"#, "line 7: no zone is called 'Mars/Base'"),
            (#"{"text":"now","country":"Mars"}"#, "line 7: no country is called 'Mars'"),
            (
                #"{"text":"now","reference_time":"yesterday"}"#,
                "line 7: 'yesterday' is no time as RFC 3339 writes it"
            ),
            (
                #"{"text":"now","prefer":"tea"}"#,
                "line 7: prefer is future, past or none, not 'tea'"
            ),
        ])
    func faults(line: String, expected: String) throws {
        let json = try JSONSerialization.jsonObject(with: Data(answer(line, try engine()).utf8))
        let object = try #require(json as? [String: Any])
        #expect(object["error"] as? String == expected)
        for key in ["start", "end", "rrule", "ask"] { #expect(object[key] is NSNull) }
    }

    @Test("bytes that are no UTF-8 and lines without end are answered, too")
    func bytes() throws {
        let engine = try engine()
        let broken = engine.answer(InputLines.Line(number: 1, bytes: [0x22, 0xFF, 0x22]))
        #expect(broken.contains("line 1: no UTF-8"))
        #expect(engine.answer(InputLines.Line(number: 2, bytes: nil)).contains("line 2: longer"))
    }

    @Test("any bytes get one line of JSON back")
    func noise() throws {
        let engine = try engine()
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let bytes = (0..<Int(state >> 59)).map { UInt8(truncatingIfNeeded: state >> ($0 % 57)) }
            let line = engine.answer(InputLines.Line(number: 1, bytes: bytes))
            #expect(!line.contains("\n"))
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil)
        }
    }

    @Test("a person is told the moment, its weekday, zone and distance, and what was decided")
    func people() throws {
        let engine = try engine("America/Sao_Paulo")
        func lines(_ text: String) -> [String] {
            engine.answer(text, in: engine.standard).lines(in: engine.standard)
        }
        #expect(
            lines("tomorrow") == [
                "2026-11-24T23:59:00-03:00  Tuesday, America/Sao_Paulo, in 1 day 11 h",
                "  no time was given: a day ends at 23:59",
            ])
        #expect(lines("weekly on Friday 18:00").contains("  repeats: FREQ=WEEKLY;BYDAY=FR"))
        #expect(
            lines("5pm CST tomorrow") == [
                "which zone is CST?",
                "  2026-11-24T17:00:00-06:00  Tuesday, America/Chicago, in 1 day 8 h",
                "  2026-11-24T17:00:00+08:00  Tuesday, Asia/Shanghai, in 18 h",
                "  2026-11-24T17:00:00-05:00  Tuesday, America/Havana, in 1 day 7 h",
            ])
        #expect(
            lines("yesterday 12:00") == [
                "past: 2026-11-22T12:00:00-03:00  Sunday, America/Sao_Paulo, 1 day ago"
            ])
        #expect(lines("violets") == ["not a date"])
        #expect(lines("31 February") == ["no such day: the calendar does not have it"])
    }

    @Test("a wrong option is a wrong usage and says what is right")
    func options() throws {
        let setup = Setup(config: nil, state: nil)
        func fault(zone: String? = nil, reference: String? = nil, country: String? = nil)
            -> Failure?
        {
            do {
                _ = try WhenSession(
                    setup, reference: reference, zone: zone, language: nil, country: country)
                return nil
            } catch {
                return error as? Failure
            }
        }
        #expect(fault(zone: "Europe/Lisbo")?.exitCode == 64)
        #expect(fault(zone: "Europe/Lisbo")?.lines.first?.contains("Europe/Lisbon") == true)
        #expect(fault(zone: "IST")?.lines.first?.contains("Asia/Kolkata") == true)
        #expect(fault(reference: "soon")?.exitCode == 64)
        #expect(fault(country: "India")?.exitCode == 64)
        #expect(fault(zone: "Asia/Calcutta", reference: "2026-11-23", country: "in") == nil)
    }

    @Test("the zone of a country is the one where most people live, unless one is given")
    func country() throws {
        let engine = try engine()
        #expect(engine.principalZone(of: "BR")?.name == "America/Sao_Paulo")
        #expect(engine.principalZone(of: "in")?.name == "Asia/Kolkata")
        #expect(engine.principalZone(of: "PT")?.name == "Europe/Lisbon")
        let line = #"{"text":"2026-12-01 18:00","country":"BR"}"#
        #expect(answer(line, engine).contains("2026-12-01T18:00:00-03:00"))
    }
}
