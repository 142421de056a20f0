import Chat
import HashTreeCollections

extension StudyBuddies {
    /// They go together from now on; a group of the same id is this one as it is now.
    mutating func bring(_ new: [BuddyGroup]) {
        for group in new where group.members.count > 1 {
            seekers.removeAll(where: group.members.contains)
            groups.removeAll { $0.id == group.id }
            groups.append(group)
            // Whoever takes a parting back is together again.
            parted.removeAll { $0.group == group.id && group.members.contains($0.by) }
        }
        groups.sort { $0.id < $1.id }
    }

    /// One stops looking and leaves their group; of a pair the other one looks again, before all others.
    mutating func leave(_ person: PersonID) {
        seekers.removeAll { $0 == person }
        later.removeAll { $0.person == person }
        for group in groups(of: person) { leave(group, person) }
    }

    mutating func leave(_ group: BuddyGroup, _ person: PersonID) {
        guard let place = groups.firstIndex(where: { $0.id == group.id }) else { return }
        met.append(group.members)
        let rest = group.others(than: person)
        groups[place].members = rest
        groups[place].third = nil
        if rest.count < 2 {
            groups.remove(at: place)
            look(rest)
        }
    }

    /// As if a pairing had not been: who came to a pair goes, all others of its groups look again.
    mutating func undo(_ pairing: ShortID) {
        for place in groups.indices.reversed() where groups[place].pairing == pairing {
            let group = groups[place]
            if let third = group.third {
                groups[place].members = group.others(than: third)
                groups[place].third = nil
                look([third])
            } else {
                groups.remove(at: place)
                look(group.members)
            }
        }
    }

    /// Before all others, but for those who have a buddy still.
    private mutating func look(_ people: [PersonID]) {
        seekers.insert(
            contentsOf: people.filter { !seekers.contains($0) && groups(of: $0).isEmpty }, at: 0)
    }

    /// Nobody of this id any more; who was with them looks again.
    /// - Returns: what they told others that these have not read.
    mutating func forget(_ person: PersonID) -> [String] {
        leave(person)
        met = met.map { $0.filter { $0 != person } }.filter { $0.count > 1 }
        for place in groups.indices where groups[place].by == person { groups[place].by = nil }
        parted.removeAll { $0.by == person }
        for place in parted.indices { parted[place].others.removeAll { $0 == person } }
        parted.removeAll(where: \.others.isEmpty)
        var words: [String] = []
        for place in later.indices {
            if later[place].left == person { later[place].left = nil }
            words += later[place].said.filter { $0.by == person }.map(\.words)
            later[place].said.removeAll { $0.by == person }
        }
        return words
    }

    /// The same with one person in place of another, whose accounts they have now.
    func naming(_ kept: PersonID, insteadOf gone: PersonID) -> StudyBuddies {
        func now(_ person: PersonID) -> PersonID { person == gone ? kept : person }
        func now(_ people: [PersonID]) -> [PersonID] { Set(people.map(now)).sorted() }
        var buddies = StudyBuddies(cohort: cohort)
        for group in groups {
            var renamed = group
            renamed.members = now(group.members)
            renamed.by = group.by.map(now)
            renamed.third = group.third.map(now)
            // Two accounts that were brought together are one person alone.
            if renamed.members.count > 1 { buddies.groups.append(renamed) }
        }
        let left = groups.filter { now($0.members).count < 2 }.flatMap { now($0.members) }
        for person in left + seekers.map(now)
        where !buddies.seekers.contains(person) && buddies.groups(of: person).isEmpty {
            buddies.seekers.append(person)
        }
        buddies.met = met.map { now($0) }.filter { $0.count > 1 }
        buddies.parted = parted.map {
            Parted(group: $0.group, by: now($0.by), others: now($0.others))
        }.filter { !$0.others.contains($0.by) }
        for news in later {
            var renamed = news
            renamed.person = now(news.person)
            renamed.left = news.left.map(now)
            for place in renamed.said.indices {
                renamed.said[place].by = now(renamed.said[place].by)
            }
            if let other = buddies.later.firstIndex(where: { $0.person == renamed.person }) {
                renamed.said = buddies.later[other].said + renamed.said
                renamed.group = renamed.group ?? buddies.later[other].group
                renamed.left = renamed.left ?? buddies.later[other].left
                buddies.later.remove(at: other)
            }
            buddies.later.append(renamed)
        }
        buddies.later.sort { $0.person < $1.person }
        return buddies
    }
}

extension World {
    /// Who looks for a study buddy in a cohort and who has found one.
    package func buddies(of cohort: CohortID) -> StudyBuddies {
        buddies[cohort] ?? StudyBuddies(cohort: cohort)
    }

    /// Changes who studies with whom; a cohort in which nobody ever asked takes no room.
    mutating func change(_ cohort: CohortID, _ change: (inout StudyBuddies) -> Void) {
        var buddies = buddies(of: cohort)
        change(&buddies)
        self.buddies[cohort] = buddies.isEmpty ? nil : buddies
    }
}
