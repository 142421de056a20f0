import Foundation
import Testing

@testable import Console

@Suite struct LineSourceTests {
    @Test("a descriptor's lines come one by one until its end")
    func descriptor() async {
        let pipe = Pipe()
        let source = LineSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
        var iterator = source.makeAsyncIterator()
        pipe.fileHandleForWriting.write(Data("one\ntwo\n".utf8))
        #expect(await iterator.next() == "one")
        #expect(await iterator.next() == "two")
        pipe.fileHandleForWriting.write(Data([0xFF]))
        pipe.fileHandleForWriting.closeFile()
        #expect(await iterator.next() == "\u{FFFD}")
        #expect(await iterator.next() == nil)
    }

    @Test("waiting for a line ends when the task is cancelled")
    func cancellation() async {
        let pipe = Pipe()
        let source = LineSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
        let reader = Task {
            var count = 0
            for await _ in source { count += 1 }
            return count
        }
        reader.cancel()
        #expect(await reader.value == 0)
        pipe.fileHandleForWriting.closeFile()
    }

    @Test("ten thousand lines all arrive in order")
    func many() async {
        let pipe = Pipe()
        let source = LineSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
        let writer = Task.detached {
            for number in 0..<100 {
                let lines = (0..<100).map { "\(number * 100 + $0)\n" }.joined()
                pipe.fileHandleForWriting.write(Data(lines.utf8))
            }
            pipe.fileHandleForWriting.closeFile()
        }
        var expected = 0
        for await line in source {
            guard line == "\(expected)" else { break }
            expected += 1
        }
        #expect(expected == 10_000)
        await writer.value
    }
}
