import Testing

@testable import Journal

@Suite struct JournalFaultTests {
    @Test(
        "each fault has its exit code and one sentence that names the place",
        arguments: [
            (
                .inUse(directory: "state", pid: 41, since: "2026-11-23T13:00:00.000Z"), 75,
                "state/ is used by pid 41 since 2026-11-23T13:00:00.000Z"
            ),
            (
                .inUse(directory: "state", pid: nil, since: nil), 75,
                "state/ is used by another process"
            ),
            (
                .damaged(path: segmentPath, line: 17, .line(.checksum)), 65,
                "state/journal/j-00000001.jsonl:17: checksum does not match; run 'cohortbot doctor'"
            ),
            (
                .newerFormat(
                    path: "state/FORMAT", format: 4, madeBy: "cohortbot 0.9", supported: 1,
                    program: "cohortbot 0.3"), 78,
                "state/FORMAT: made by cohortbot 0.9 (format 4); this is cohortbot 0.3 (format 1)"
            ),
            (
                .disk(FileError(operation: .write, path: "state/LOCK", code: 28)), 73,
                "state/LOCK: cannot write: No space left on device"
            ),
        ] as [(JournalFault, Int32, String)])
    func sentences(fault: JournalFault, code: Int32, text: String) {
        #expect(fault.exitCode == code)
        #expect(fault.description == text)
    }
}
