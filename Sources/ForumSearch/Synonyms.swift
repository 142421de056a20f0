/// Expressions that mean the same in a cohort, in both directions.
public struct Synonyms: Hashable, Sendable {
    public struct Pair: Hashable, Sendable, Codable {
        /// One or more words each.
        public var one: String
        public var other: String
        public var language: String

        public init(_ one: String, _ other: String, language: String = "en") {
            self.one = one
            self.other = other
            self.language = language
        }
    }

    public var pairs: [Pair]

    public init(_ pairs: [Pair]) { self.pairs = pairs }

    public static let none = Synonyms([])

    /// These and every pair of a group of expressions that mean the same.
    public func adding(_ group: [String], language: String) -> Synonyms {
        Synonyms(
            pairs
                + group.indices.flatMap { one in
                    group[..<one].map { Pair($0, group[one], language: language) }
                })
    }

    /// What people say who are new to the bubble, and what insiders say, in five languages.
    public static let insiders = Synonyms([
        Pair("homework", "assignment"), Pair("certificate", "credential"),
        Pair("teacher", "instructor"), Pair("student", "learner"),
        Pair("online class", "MOOC"), Pair("video lecture", "MOOC video"),
        Pair("discussion forum", "peer forum"), Pair("test", "quiz"), Pair("grade", "score"),
        Pair("platform", "LMS"),

        Pair("deberes", "tarea", language: "es"),
        Pair("certificado", "credencial", language: "es"),
        Pair("profesor", "instructor", language: "es"),
        Pair("estudiante", "alumno", language: "es"),
        Pair("clase en línea", "MOOC", language: "es"),
        Pair("videoclase", "vídeo del MOOC", language: "es"),
        Pair("foro de discusión", "foro de pares", language: "es"),
        Pair("examen", "cuestionario", language: "es"), Pair("examen", "quiz", language: "es"),
        Pair("nota", "puntuación", language: "es"), Pair("plataforma", "LMS", language: "es"),

        Pair("lição de casa", "tarefa", language: "pt"),
        Pair("certificado", "credencial", language: "pt"),
        Pair("professor", "instrutor", language: "pt"),
        Pair("estudante", "aluno", language: "pt"),
        Pair("aula online", "MOOC", language: "pt"),
        Pair("videoaula", "vídeo do MOOC", language: "pt"),
        Pair("fórum de discussão", "fórum de pares", language: "pt"),
        Pair("prova", "questionário", language: "pt"), Pair("prova", "quiz", language: "pt"),
        Pair("nota", "pontuação", language: "pt"), Pair("plataforma", "LMS", language: "pt"),

        Pair("devoirs", "travail à rendre", language: "fr"),
        Pair("certificat", "attestation", language: "fr"),
        Pair("professeur", "formateur", language: "fr"),
        Pair("étudiant", "apprenant", language: "fr"),
        Pair("cours en ligne", "MOOC", language: "fr"),
        Pair("cours vidéo", "vidéo du MOOC", language: "fr"),
        Pair("forum de discussion", "forum des pairs", language: "fr"),
        Pair("examen", "quiz", language: "fr"), Pair("note", "score", language: "fr"),
        Pair("plateforme", "LMS", language: "fr"),

        Pair("गृहकार्य", "असाइनमेंट", language: "hi"),
        Pair("प्रमाणपत्र", "क्रेडेंशियल", language: "hi"),
        Pair("शिक्षक", "प्रशिक्षक", language: "hi"), Pair("छात्र", "शिक्षार्थी", language: "hi"),
        Pair("ऑनलाइन कक्षा", "MOOC", language: "hi"),
        Pair("परीक्षा", "क्विज़", language: "hi"), Pair("अंक", "स्कोर", language: "hi"),
        Pair("मंच", "LMS", language: "hi"),
    ])
}
