extension EncodedTree {
    /// Copies the whole value out, the members of each object in the order of their keys.
    func write(into line: inout [UInt8]) {
        var output = Output(tree: self, order: [])
        output.order.reserveCapacity(32)
        line.reserveCapacity(line.count + texts.count + 64)
        output.write(Self.root, into: &line)
    }

    private struct Output {
        let tree: EncodedTree
        /// The members of the objects that are being written, innermost last.
        var order: [Int]

        mutating func write(_ index: Int, into line: inout [UInt8]) {
            let slot = tree[index]
            switch slot.kind {
            case .scalar: line.append(contentsOf: tree.texts[slot.keyEnd..<slot.end])
            case .array:
                line.append(UInt8(ascii: "["))
                var child = slot.firstChild
                while child >= 0 {
                    write(child, into: &line)
                    child = tree[child].next
                    if child >= 0 { line.append(UInt8(ascii: ",")) }
                }
                line.append(UInt8(ascii: "]"))
            case .object: writeObject(slot, into: &line)
            // What encodes nothing inside of something is an empty object, as with Foundation.
            case .nothing:
                line.append(UInt8(ascii: "{"))
                line.append(UInt8(ascii: "}"))
            }
        }

        private mutating func writeObject(_ slot: Slot, into line: inout [UInt8]) {
            let base = order.count
            line.append(UInt8(ascii: "{"))
            sortMembers(of: slot)
            for position in base..<order.count {
                if position > base { line.append(UInt8(ascii: ",")) }
                writeMember(order[position], into: &line)
            }
            line.append(UInt8(ascii: "}"))
            order.removeSubrange(base...)
        }

        private func writeKey(_ slot: Slot, into line: inout [UInt8]) {
            let key = tree.texts[slot.start..<slot.keyEnd]
            guard slot.hasRawKey else { return line.append(contentsOf: key) }
            line.appendText(String(decoding: key, as: UTF8.self))
            line.append(UInt8(ascii: ":"))
        }

        private mutating func writeMember(_ index: Int, into line: inout [UInt8]) {
            let slot = tree[index]
            guard slot.kind != .scalar || slot.hasRawKey else {
                // The usual member: key and text are neighbours.
                return line.append(contentsOf: tree.texts[slot.start..<slot.end])
            }
            writeKey(slot, into: &line)
            write(index, into: &line)
        }

        /// Puts an object's members behind `order`, sorted; of two under one key the last stays.
        private mutating func sortMembers(of slot: Slot) {
            let base = order.count
            var child = slot.firstChild
            while child >= 0 {
                order.append(child)
                child = tree[child].next
            }
            let count = order.count - base
            guard count > 1 else { return }
            if count <= Self.few { insertEach(from: base) } else { sort(from: base) }
            dropDoubles(from: base)
        }

        /// Most objects have few members, and sorting them by insertion takes no memory.
        private static let few = 16

        private mutating func insertEach(from base: Int) {
            for position in base + 1..<order.count {
                let member = order[position]
                var place = position
                while place > base, compare(order[place - 1], member) > 0 {
                    order[place] = order[place - 1]
                    place -= 1
                }
                order[place] = member
            }
        }

        private mutating func sort(from base: Int) {
            let unsorted = self
            // Members are numbered as they come, so the number decides between equal keys.
            order[base...].sort { a, b in
                let order = unsorted.compare(a, b)
                return order < 0 || (order == 0 && a < b)
            }
        }

        private mutating func dropDoubles(from base: Int) {
            var kept = base
            for position in base..<order.count {
                let next = position + 1
                if next < order.count, compare(order[position], order[next]) == 0 { continue }
                order[kept] = order[position]
                kept += 1
            }
            order.removeSubrange(kept...)
        }

        /// Below, at or above zero, as the key of `a` comes before, is, or comes after that of `b`.
        private func compare(_ a: Int, _ b: Int) -> Int {
            let (first, second) = (tree.keyRange(of: a), tree.keyRange(of: b))
            for (left, right) in zip(first, second) where tree.texts[left] != tree.texts[right] {
                return Int(tree.texts[left]) - Int(tree.texts[right])
            }
            return first.count - second.count
        }
    }
}
