/// Prometheus' text format, version 0.0.4, written line by line.
struct PrometheusPage {
    private(set) var text = ""
    private var family = ""

    /// Adds one series; those of one name must come one after the other.
    mutating func add(_ series: Series, name: String, labels: String = "") {
        if name != family {
            family = name
            if let help = MetricTable.entries[name]?.help { text += "# HELP \(name) \(help)\n" }
            text += "# TYPE \(name) \(series.kind.rawValue)\n"
        }
        guard series.kind == .histogram else {
            return line(name, labels, Self.number(series.value))
        }
        var count: UInt64 = 0
        for (bound, own) in zip(series.bounds, series.inBucket) {
            count += own
            line(name + "_bucket", Self.adding("le", Self.number(bound), to: labels), "\(count)")
        }
        line(name + "_bucket", Self.adding("le", "+Inf", to: labels), "\(series.count)")
        line(name + "_sum", labels, Self.number(series.value))
        line(name + "_count", labels, "\(series.count)")
    }

    private mutating func line(_ name: String, _ labels: String, _ value: String) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    /// A name that Prometheus allows: letters, digits and underscores, no digit first.
    static func name(_ label: String) -> String {
        let name = String(
            label.unicodeScalars.map { scalar -> Character in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
                default: "_"
                }
            })
        guard let first = name.first else { return "_" }
        return first.isNumber ? "_" + name : name
    }

    /// The labels by name, values escaped: `code="200",method="getUpdates"`.
    static func labels(_ dimensions: [(String, String)]) -> String {
        dimensions.sorted { $0 < $1 }
            .map { "\(name($0.0))=\"\(escaped($0.1))\"" }.joined(separator: ",")
    }

    private static func adding(_ name: String, _ value: String, to labels: String) -> String {
        (labels.isEmpty ? "" : labels + ",") + "\(name)=\"\(value)\""
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return "\(whole)" }
        return value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : "\(value)"
    }
}
