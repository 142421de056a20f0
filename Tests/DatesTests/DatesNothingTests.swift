import Dates
import Testing

/// What is no date, alone and in the middle of a sentence; a false one costs more than a missed one.
@Suite struct DatesNothingTests {
    private let fixture = DateReaderFixture()

    private func expectNothing(_ text: String, _ language: String) throws {
        var context = try fixture.context(language: language)
        (context.acceptsRepeats, context.acceptsRanges) = (true, true)
        switch fixture.reader.readSentence(text, in: context) {
        case .moment(let moment): Issue.record("\(text) is \(moment.local)")
        case .ask(let question): Issue.record("\(text) asks \(question)")
        case .none: break
        }
    }

    @Test(
        "English",
        arguments: [
            "CS-101", "chapter 3", "version 1.2.3", "v2.10", "3.14", "$12.50", "€5", "10%",
            "+1 416 555 0199", "555-0199", "(416) 555-0199", "192.168.0.1", "page 12",
            "pages 3-5", "room 204", "Room 12/3", "exercise 4.2", "exercise 4", "question 7b",
            "3 out of 5", "3/4 cup of sugar", "12 points", "quiz 2", "unit 5", "week 3 exercises",
            "module 4", "assignment 2", "hello", "may I ask something", "march to the shop",
            "the second part", "second attempt", "I sat down", "the sun is bright", "mon ami",
            "a second opinion", "once upon a time", "last but not least", "next question please",
            "first of all", "one", "two", "42", "2020 vision", "1st place", "top 10", "50/50",
            "9-5 job", "ISBN 978-3-16-148410-0", "A4", "H2O", "10k", "5 km", "3x4", "1080p",
            "mp3", "C4", "B2B", "at 5 Main Street", "5 apples", "in 3 parts", "2 people",
            "12 monkeys", "13-09-abc", "2026-13-45", "45/99/2026", "25:61", "99:99", "in time",
            "at home", "on time", "the end", "end of story", "how are you today's lesson",
            "to be or not to be", "we did it in style", "daylight saving", "time flies",
            "no time", "a moment please", "quarter final", "half of it", "now or never",
            "I am happy", "he said pm me", "am I late", "decade of hope", "10 Downing Street",
            "12,000 people", "1.000.000", "ten green bottles", "friday's child is loving",
            "monthly report template", "the daily news", "every cloud", "every student",
            "each of us", "3 times", "until then", "between us", "from here to there",
            "2 to 3 pages", "section 12.4", "GPA 3.7", "IPv6", "11/12 marks", "7 of 9",
            "Windows 11", "catch 22", "agent 007", "R2D2", "abc123", "12345", "123456789",
            "1234567890123", "2001: a space odyssey", "1984", "in 1984 by Orwell", "sec", "min",
            "this", "next", "at", "a few", "a couple", "one two three", "3 30", "three twenty",
            "at a few", "this one", "that is the one", "25", "1 person", "pay 2000",
            "bus 17 leaves", "12.5", "1.30", "9.30", "score 10:3", "John 3:16", "a4 5/6",
            "2/3 of the class", "10-12 people", "call 911", "section 5-7", "MATH 2027",
            "Course 2026-A", "B-12", "12-B", "SPRING 2027", "group 3 meeting notes",
            "I will do it soon", "soon", "someday", "eventually", "a while ago", "long time",
            "in the meantime", "in March we trust him", "second hand", "minute details",
            "may the force be with you", "sat nav", "week by week", "day by day",
            "each day counts", "year in review", "time zone", "what time is it", "EST", "UTC",
            "IST", "Paris", "India time",
        ])
    func english(text: String) throws { try expectNothing(text, "en-GB") }

    @Test(
        "Spanish",
        arguments: [
            "hola", "capítulo 3", "la segunda parte", "versión 2.1", "página 12", "3 de 5",
            "una tarde de perros", "el mar es azul", "no sé nada", "a las armas",
            "la mañana siguiente llegaron", "tarea 2", "más o menos", "5 euros",
            "tres tristes tigres", "martes y trece juegos", "un minuto por favor", "el sol sale",
            "media naranja", "sala 204", "en el capítulo 5", "por favor", "de nada",
            "la una y la otra", "entre nosotros", "primera parte", "cada uno", "fin",
            "hasta luego", "dos por uno",
        ])
    func spanish(text: String) throws { try expectNothing(text, "es") }

    @Test(
        "Portuguese",
        arguments: [
            "olá", "capítulo 3", "segunda parte", "quinta dimensão", "página 12", "versão 2.1",
            "dez mandamentos", "a terceira vez", "sala 204", "cinco reais", "set de filmagem",
            "tarefa 2", "mais ou menos", "um minuto por favor", "o quarto do hotel",
            "três porquinhos", "sexto sentido", "para", "a", "de nada", "até logo", "cada um",
            "a primeira vez", "o fim", "uma e outra", "entre nós", "em três partes", "meia dúzia",
            "dia a dia",
        ])
    func portuguese(text: String) throws { try expectNothing(text, "pt") }

    @Test(
        "French",
        arguments: [
            "bonjour", "chapitre 3", "la mer est belle", "le jeu commence", "page 12",
            "deuxième partie", "a plus tard mes amis", "version 2.1", "il a dix ans",
            "cinq euros", "sept nains", "les dix commandements", "salle 204", "mai 68 fut agité",
            "un an de plus", "une minute s'il vous plaît", "a", "en", "exercice 4.2",
            "tout le monde", "de rien", "à bientôt", "chacun son tour", "le premier ministre",
            "l'un et l'autre", "à deux", "la fin", "l'été", "tous les élèves", "en trois parties",
        ])
    func french(text: String) throws { try expectNothing(text, "fr") }

    @Test(
        "Hindi",
        arguments: [
            "नमस्ते", "अध्याय 3", "पृष्ठ 12", "सवाल 2", "दो लोग", "यह मेरा घर है", "मंगल ग्रह",
            "सोम रस", "तीन किताबें", "संस्करण 1.2", "कमरा 204", "5 रुपये", "में", "बाद", "के",
            "पहले", "एक दो तीन", "हर एक", "आधा काम", "दो बार", "पहला सवाल", "अगला सवाल",
            "समय नहीं है",
        ])
    func hindi(text: String) throws { try expectNothing(text, "hi") }
}
