/// Where a value was written: a file with its line and column, or the name of an environment variable.
package struct SourceMark: Hashable, Sendable {
    package let file: String
    /// 1 for the first line; nil where the whole file, or a variable, is meant.
    package let line: Int?
    /// Counted in Unicode scalars from 1, as libyaml and most editors do.
    package let column: Int?

    package init(_ file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceMark: CustomStringConvertible {
    package var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

extension SourceMark: Comparable {
    package static func < (a: SourceMark, b: SourceMark) -> Bool {
        (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
    }
}

/// A value and where it was written, so that a fault found much later can still point at it.
package struct Located<Value> {
    package let value: Value
    package let mark: SourceMark

    package init(_ value: Value, at mark: SourceMark) {
        self.value = value
        self.mark = mark
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: mark)
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
