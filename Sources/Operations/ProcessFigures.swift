import Glibc

/// What the kernel says of this process, read from the text of `/proc/self/stat`.
package struct ProcessFigures: Hashable, Sendable {
    package var cpuSeconds: Double
    package var threads: Int
    package var virtualBytes: Int
    package var residentBytes: Int

    /// Nil where the text is not what Linux writes there.
    package init?(
        stat: String, ticksPerSecond: Int = sysconf(Int32(_SC_CLK_TCK)),
        pageSize: Int = sysconf(Int32(_SC_PAGESIZE))
    ) {
        // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
        guard let end = stat.lastIndex(of: ")"), ticksPerSecond > 0 else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        guard fields.count > 21, let user = Double(fields[11]), let system = Double(fields[12]),
            let threads = Int(fields[17]), let virtual = Int(fields[20]),
            let pages = Int(fields[21].filter(\.isNumber))
        else { return nil }
        cpuSeconds = (user + system) / Double(ticksPerSecond)
        self.threads = threads
        virtualBytes = virtual
        residentBytes = pages * pageSize
    }
}
