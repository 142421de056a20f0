import Dates
import FoundationEssentials
import Testing

@Suite struct DateLanguageTests {
    private let fixture = DateReaderFixture()

    private func expect(_ text: String, _ expected: String, _ language: String) throws {
        let context = try fixture.context(language: language)
        #expect(summary(fixture.reader.read(text, in: context)) == expected, "\(text)")
    }

    @Test(
        "Spanish",
        arguments: [
            ("mañana a las 5", "2026-11-24 05:00"), ("pasado mañana", "2026-11-25 23:59"),
            ("mañana por la mañana", "2026-11-24 09:00"), ("el viernes", "2026-11-27 23:59"),
            ("el próximo viernes", "2026-12-04 23:59"), ("este viernes", "2026-11-27 23:59"),
            ("el viernes que viene a las 17:30", "2026-12-04 17:30"), ("el 15", "2026-12-15 23:59"),
            ("1 de diciembre de 2026", "2026-12-01 23:59"), ("31/12", "2026-12-31 23:59"),
            ("a las tres y media de la tarde", "2026-11-23 15:30"),
            ("las doce menos cuarto", "2026-11-23 11:45"), ("en 3 días", "2026-11-26 10:00"),
            ("dentro de dos horas", "2026-11-23 12:00"), ("a fin de mes", "2026-11-30 23:59"),
            ("mediodía", "2026-11-23 12:00"), ("esta noche", "2026-11-23 20:00"),
            ("miércoles de la próxima semana", "2026-12-02 23:59"), ("cada lunes", "recurring"),
            ("hoy a las 17h", "2026-11-23 17:00"), ("hace 2 horas", "past 2026-11-23 08:00"),
            ("a las 12 de la mañana", "2026-11-23 12:00"),
            ("esta mañana a las 11", "2026-11-23 11:00"),
            ("a las 12 de la madrugada", "2026-11-24 00:00"),
            ("mañana a las 12:30 de la mañana", "2026-11-24 12:30"),
        ])
    func spanish(text: String, expected: String) throws { try expect(text, expected, "es-MX") }

    @Test(
        "Portuguese",
        arguments: [
            ("amanhã às 17h", "2026-11-24 17:00"), ("depois de amanhã", "2026-11-25 23:59"),
            ("sexta-feira", "2026-11-27 23:59"), ("segunda", "2026-11-30 23:59"),
            ("próxima sexta", "2026-12-04 23:59"), ("sexta que vem", "2026-12-04 23:59"),
            ("dia 15 às 18:15", "2026-12-15 18:15"), ("1º de dezembro", "2026-12-01 23:59"),
            ("um de março", "2027-03-01 23:59"), ("meio-dia e meia", "2026-11-23 12:30"),
            ("quinze para o meio dia", "2026-11-23 11:45"),
            ("às oito da noite", "2026-11-23 20:00"),
            ("daqui a 3 dias", "2026-11-26 10:00"), ("em duas horas", "2026-11-23 12:00"),
            ("fim do mês", "2026-11-30 23:59"), ("hoje à noite", "2026-11-23 20:00"),
            ("toda segunda", "recurring"), ("2 horas atrás", "past 2026-11-23 08:00"),
            ("às 12 da manhã", "2026-11-23 12:00"), ("às 11 da manhã", "2026-11-23 11:00"),
        ])
    func portuguese(text: String, expected: String) throws { try expect(text, expected, "pt-BR") }

    @Test(
        "French",
        arguments: [
            ("demain 17 h", "2026-11-24 17:00"), ("demain à 17h30", "2026-11-24 17:30"),
            ("après-demain", "2026-11-25 23:59"), ("vendredi prochain", "2026-12-04 23:59"),
            ("ce vendredi", "2026-11-27 23:59"), ("le 1er décembre", "2026-12-01 23:59"),
            ("le 31/12", "2026-12-31 23:59"), ("mardi 1 décembre à midi", "2026-12-01 12:00"),
            ("à trois heures et quart cet après-midi", "2026-11-23 15:15"),
            ("à quinze heures trente", "2026-11-23 15:30"), ("dans 3 jours", "2026-11-26 10:00"),
            ("dans une demi heure", "2026-11-23 10:30"), ("d'ici 2 heures", "2026-11-23 12:00"),
            ("le dernier jour d'octobre 2027", "2027-10-31 23:59"),
            ("fin du mois", "2026-11-30 23:59"), ("ce soir", "2026-11-23 20:00"),
            ("aujourd'hui à 11h45", "2026-11-23 11:45"), ("jeudi 26", "2026-11-26 23:59"),
            ("tous les lundis", "recurring"), ("il y a 2 heures", "past 2026-11-23 08:00"),
        ])
    func french(text: String, expected: String) throws { try expect(text, expected, "fr") }

    @Test(
        "Hindi",
        arguments: [
            ("कल शाम 5 बजे", "2026-11-24 17:00"), ("कल शाम ५ बजे", "2026-11-24 17:00"),
            ("परसों", "2026-11-25 23:59"), ("सोमवार", "2026-11-30 23:59"),
            ("अगले शुक्रवार", "2026-12-04 23:59"), ("इस शुक्रवार", "2026-11-27 23:59"),
            ("1 दिसंबर 2026", "2026-12-01 23:59"), ("३१/१२", "2026-12-31 23:59"),
            ("3 दिन में", "2026-11-26 10:00"), ("15 घंटे बाद", "2026-11-24 01:00"),
            ("साढ़े पाँच बजे", "2026-11-24 05:30"), ("शाम साढ़े पाँच बजे", "2026-11-23 17:30"),
            ("आज रात 9 बजे", "2026-11-23 21:00"), ("महीने के अंत तक", "2026-11-30 23:59"),
            ("हर सोमवार", "recurring"), ("1 घंटे पहले", "past 2026-11-23 09:00"),
            ("बीते कल", "past 2026-11-22 23:59"), ("बीते कल शाम 5 बजे", "past 2026-11-22 17:00"),
        ])
    func hindi(text: String, expected: String) throws { try expect(text, expected, "hi") }

    @Test("English is understood in every language", arguments: ["es", "pt", "fr", "hi", "de"])
    func english(language: String) throws {
        try expect("tomorrow 5pm", "2026-11-24 17:00", language)
        try expect("next Friday 23:59 AoE", "2026-12-04 23:59", language)
    }

    @Test("an hour without its half of the day is said to be taken for the morning")
    func morning() throws {
        let context = try fixture.context(language: "es")
        guard case .moment(let moment) = fixture.reader.read("mañana a las 5", in: context) else {
            Issue.record("no moment")
            return
        }
        #expect(moment.notes == [.assumedMorning])
    }
}
