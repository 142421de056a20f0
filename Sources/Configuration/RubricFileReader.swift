import Yams

/// Reads one file of `rubrics/`.
struct RubricFileReader {
    func read(id: String, root: Node, in source: SourceFile) -> RubricFile? {
        guard let reader = MappingReader(root, .rubric, in: source) else { return nil }
        let name = reader.required("name", example: "Short essay")
        let criteria = reader.mappings("criteria", .criterion).compactMap(criterion)
        reader.refuseRepeats(criteria.map(\.name), "criterion")
        if reader.node("criteria") == nil {
            source.log.fault(
                reader.mark(of: "criteria"),
                "\"criteria\" is missing; a rubric asks at least one question")
        }
        guard let name, !criteria.isEmpty else { return nil }
        return RubricFile(id: id, name: name, criteria: criteria)
    }

    private func criterion(_ reader: MappingReader) -> RubricFile.Criterion? {
        let name = reader.required("name", example: "Clarity")
        let prompt = reader.required("prompt", example: "Could you follow the argument?")
        let weight = weight(reader)
        let points = reader.number("points", in: 1...100) ?? 5
        guard let name, let prompt else { return nil }
        return RubricFile.Criterion(
            name: name, prompt: prompt.value, weight: weight, points: points)
    }

    private func weight(_ reader: MappingReader) -> Double {
        guard let text = reader.text("weight") else { return 1 }
        if let weight = Double(text.value), weight > 0, weight <= 100 { return weight }
        reader.source.log.fault(
            text.mark, "\"weight\" is a number such as 1 or 0.5; found \"\(text.value.shown)\"")
        return 1
    }
}
