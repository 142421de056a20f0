package import Journal

/// Why the program ends, in words for the person at the terminal and a code for scripts (sysexits.h).
package struct Failure: Error {
    package let exitCode: Int32
    package let lines: [String]

    package init(_ exitCode: Int32, _ lines: [String]) {
        self.exitCode = exitCode
        self.lines = lines
    }

    package init(_ fault: JournalFault) { self.init(fault.exitCode, ["\(fault)"]) }

    package func say() {
        for line in lines { Terminal.standard.complain(line) }
    }

    static func badConfiguration(_ lines: [String]) -> Failure { Failure(78, lines) }
    static func refused(_ lines: [String]) -> Failure { Failure(69, lines) }
    static func unhealthy(_ line: String) -> Failure { Failure(1, [line]) }
}
