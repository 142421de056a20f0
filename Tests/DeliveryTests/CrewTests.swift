import Testing

@testable import Delivery

@Suite("Crew")
struct CrewTests {
    @Test("a few quick workers are enough")
    func few() {
        var crew = Crew()
        for _ in 0..<Crew.usual {
            #expect(crew.opens(at: 10) <= 10)
            _ = crew.begin(at: 10)
        }
        #expect(crew.opens(at: 10) == 10 + Crew.patience)
    }

    @Test("a slow one makes room for another, as long as there are not too many")
    func slow() {
        var crew = Crew()
        var moment = 0.0
        while crew.count < Crew.most {
            for _ in 0..<Crew.usual { _ = crew.begin(at: moment) }
            let opens = crew.opens(at: moment)
            moment += Crew.patience
            #expect(crew.count == Crew.most ? opens == .infinity : opens == moment)
        }
        #expect(crew.opens(at: moment) == .infinity)
        crew.end(0)
        #expect(crew.opens(at: moment) <= moment)
    }

    @Test("a worker that was slow ends once enough others are quick")
    func shrinks() {
        var crew = Crew()
        let slow = crew.begin(at: 0)
        let quick = (0..<Crew.usual).map { _ in crew.begin(at: 1) }
        let staysOn = crew.goesOn(slow, at: 1.01)
        #expect(!staysOn)
        #expect(crew.count == Crew.usual)
        for worker in quick {
            let goesOn = crew.goesOn(worker, at: 1.02)
            #expect(goesOn)
        }
        // Its place is taken by the next.
        crew.end(quick[0])
        #expect(crew.begin(at: 2) == slow)
        #expect(crew.count == Crew.usual)
    }

    @Test("at the limit a worker that is done goes on, while the others are slow")
    func goesOnAtTheLimit() {
        var crew = Crew()
        let workers = (0..<Crew.most).map { _ in crew.begin(at: 0) }
        let goesOn = crew.goesOn(workers[0], at: 1)
        #expect(goesOn)
        #expect(crew.count == Crew.most)
    }
}
