import Testing

@testable import Configuration

@Suite struct SourceFileTests {
    @Test(
        "a file that is no YAML says where and why",
        arguments: [
            (
                "\n\nzone: [\n\n",
                "3:8: this is not YAML: what begins here or just before is not closed"
            ),
            ("zone: [\n", "1:8: this is not YAML: what begins here or just before is not closed"),
            (
                "name: \"open\nzone: UTC\n",
                "1:7: this is not YAML: what begins here or just before is not closed"
            ),
            (
                "name: a: b\n",
                "1:8: this is not YAML: mapping values are not allowed in this context"
            ),
            ("a:\n\t- b\n", "2:1: this is not YAML: found character that cannot start any token"),
            ("- a\nb: c\n", "2:1: this is not YAML: "),
            ("name: *nobody\n", "1:7: this is not YAML: found undefined alias"),
            ("a: 1\n---\nb: 2\n", "2:1: this is not YAML: but found another document"),
            ("name: \"\u{1}\"\n", "1:1: this is not YAML: control characters are not allowed"),
        ])
    func syntax(yaml: String, beginning: String) {
        let faults = cohortFaults(yaml)
        #expect(faults.count == 1)
        #expect(faults[0].hasPrefix(beginning), "\(faults)")
    }

    @Test("invalid UTF-8 names its line; a byte order mark is no fault")
    func encoding() {
        let latin = Array("zone: UTC\nname: Caf".utf8) + [0xE9, 0x0A]
        let faults = load(bytes: ["cohorts/ml.yaml": latin]).faults.map(\.description)
        #expect(
            faults == [
                "bot-config/cohorts/ml.yaml:2:1: this file is not UTF-8; save it as UTF-8 text"
            ])
        let marked = [0xEF, 0xBB, 0xBF] + Array("name: a\nzone: UTC\n".utf8)
        #expect(load(bytes: ["cohorts/ml.yaml": marked]).faults.isEmpty)
    }

    @Test(
        "keys that stand twice are named, each where it stands, and the rest is read all the same")
    func repeatedKeys() {
        let faults = cohortFaults(
            "name: a\n\"name\": b\nzone: UTC\nreview: { each: 2, each: 3, eech: 1 }\nlms: x\nlms: y\n"
        )
        #expect(
            faults == [
                "1:1: the key \"name\" stands twice here; keep one",
                "4:11: the key \"each\" stands twice here; keep one",
                "4:29: unknown key \"eech\"; did you mean \"each\"? Known here: each, closes-after, rubric, language",
                "5:1: the key \"lms\" stands twice here; keep one",
            ])
    }

    @Test("aliases that multiply do not keep the start waiting")
    func multiplyingAliases() {
        var yaml = "a0: &a0 { x: y, z: y }\n"
        for level in 1...40 {
            yaml += "a\(level): &a\(level) { l: *a\(level - 1), r: *a\(level - 1) }\n"
        }
        #expect(!load(["texts/en.yaml": yaml]).faults.isEmpty)
        #expect(!cohortFaults(yaml).isEmpty)
    }

    @Test("anything at all is read without a crash")
    func anything() {
        var state: UInt64 = 7
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let pieces = [
            "name", ":", " ", "\n", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a", "*a", "|", ">",
            "zone: UTC\n", "members:\n", "  - account: console:lila\n", "deadlines:\n", "\t", "ü",
            "due: 2026-02-30\n", "?", "!!int", "---\n", "~", "👩‍🔬", "\u{202E}", "%", "@",
        ]
        for _ in 0..<400 {
            let text = (0..<random(40)).map { _ in pieces[random(pieces.count)] }.joined()
            let loaded = load([
                "cohorts/a.yaml": text, "faq/a.md": text, "texts/en.yaml": text, "bot.yaml": text,
            ])
            #expect((loaded.configuration == nil) == !loaded.faults.isEmpty)
        }
    }
}
