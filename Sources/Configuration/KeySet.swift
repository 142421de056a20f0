/// The keys that one mapping of a file may hold: all of them, in the order in which people are told of them.
///
/// A test proves that the shipped sample explains each one.
struct KeySet: Sendable {
    /// The files it is in: `bot.yaml`, or a folder of `bot-config/`.
    let place: String
    /// The keys that lead to it; `*` is every element of a list.
    let path: [String]
    let keys: [String]

    private init(_ place: String, _ path: [String], _ keys: [String]) {
        self.place = place
        self.path = path
        self.keys = keys
    }

    private init(_ place: String, _ keys: [String]) { self.init(place, [], keys) }

    static let bot = KeySet(
        "bot.yaml",
        ["platforms", "owners", "state", "listen", "pacing", "log-format", "limits"])
    static let platforms = KeySet("bot.yaml", ["platforms"], ["telegram", "discord"])
    static let telegram = KeySet(
        "bot.yaml", ["platforms", "telegram"], ["token", "api-base", "more"])
    static let furtherBot = KeySet(
        "bot.yaml", ["platforms", "telegram", "more", "*"], ["name", "token", "api-base"])
    static let discord = KeySet(
        "bot.yaml", ["platforms", "discord"], ["token", "api-base", "receive"])
    static let token = KeySet("bot.yaml", ["platforms", "*", "token"], ["env", "file"])
    static let limits = KeySet(
        "bot.yaml", ["limits"],
        ["commands-per-minute", "reminders-per-person", "file-megabytes", "cohort-megabytes"])

    static let cohort = KeySet(
        "cohorts",
        [
            "name", "course", "lms", "zone", "starts", "ends", "languages", "modules", "rooms",
            "members", "moderators", "instructors", "leads", "quiet", "digest", "review",
            "deadlines",
            "threads",
        ])
    static let module = KeySet("cohorts", ["modules", "*"], ["name", "opens"])
    static let member = KeySet(
        "cohorts", ["members", "*"], ["account", "name", "zone", "language", "role"])
    static let review = KeySet(
        "cohorts", ["review"], ["each", "closes-after", "rubric", "language"])
    static let deadline = KeySet("cohorts", ["deadlines", "*"], ["title", "kind", "due", "link"])
    static let thread = KeySet(
        "cohorts", ["threads", "*"], ["title", "question", "answer", "by", "language"])

    static let synonyms = KeySet("synonyms.yaml", ["groups"])
    static let wordGroup = KeySet(
        "synonyms.yaml", ["groups", "*"], ["words", "language", "cohort"])
    static let entry = KeySet("faq", ["title", "tags", "language"])
    static let rubric = KeySet("rubrics", ["name", "criteria"])
    static let criterion = KeySet(
        "rubrics", ["criteria", "*"], ["name", "prompt", "weight", "points"])

    static let all = [
        bot, platforms, telegram, furtherBot, discord, token, limits, cohort, module, member,
        review, deadline,
        thread, synonyms, wordGroup, entry, rubric, criterion,
    ]
}
