/// What is known beforehand of a metric: its help line and, for a distribution, where its buckets end.
///
/// The names are a contract with dashboards; a metric that is not in the table is written too, without words.
enum MetricTable {
    struct Entry: Sendable {
        let help: String
        var buckets: [Double] = []
    }

    /// For a distribution that the table does not know: seconds, from a millisecond to a minute.
    static let usualBuckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]

    static let entries: [String: Entry] = [
        "cohortbot_updates_total": Entry(help: "Updates heard, by source and kind."),
        "cohortbot_update_duration_seconds": Entry(
            help: "From hearing an update until its answer is decided and kept.",
            buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5]),
        "cohortbot_poll_last_success_timestamp_seconds": Entry(
            help: "When the platform last answered."),
        "cohortbot_api_requests_total": Entry(
            help: "Requests to a platform, by source, method and HTTP status."),
        "cohortbot_api_retry_after_seconds_total": Entry(
            help: "Seconds that platforms asked the bot to wait."),
        "cohortbot_outbox_pending": Entry(help: "Messages owed and not yet out."),
        "cohortbot_outbox_oldest_seconds": Entry(help: "Age of the oldest message owed."),
        "cohortbot_reminder_lateness_seconds": Entry(
            help: "How long after its time a reminder was decided.",
            buckets: [0.1, 0.5, 1, 2, 5, 10, 60, 600, 3600]),
        "cohortbot_store_commit_duration_seconds": Entry(
            help: "Writing and syncing one group of records.",
            buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5]),
        "cohortbot_store_unsafe": Entry(help: "1 while the state cannot be written, else 0."),
        "cohortbot_journal_bytes": Entry(help: "Bytes of the journal since its last snapshot."),
        "cohortbot_config_last_reload_success": Entry(
            help: "1 when the last reading of bot-config/ was taken over, else 0."),
        "cohortbot_build_info": Entry(help: "1, with the version of the bot and of Swift."),
        "cohortbot_metrics_series_refused_total": Entry(
            help: "Series not kept because there were too many."),
        "process_cpu_seconds_total": Entry(help: "Processor time used."),
        "process_resident_memory_bytes": Entry(help: "Memory in use."),
        "process_virtual_memory_bytes": Entry(help: "Address space in use."),
        "process_threads": Entry(help: "Threads of the process."),
        "process_start_time_seconds": Entry(help: "When the process started."),
    ]
}
