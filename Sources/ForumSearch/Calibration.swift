/// The fitted numbers of the confidence.
enum Calibration {
    static let bias = -5.0
    static let weights: [Double] = [3, 3, 3, 2, 3, 0]
    static let answered = 0.8
    static let candidates = 0.15
}
