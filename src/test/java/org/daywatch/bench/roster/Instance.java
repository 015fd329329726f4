package org.daywatch.bench.roster;

import org.daywatch.staffing.rosters.problem.RosterFile;
import org.daywatch.staffing.rosters.problem.RosterProblem;
import org.daywatch.staffing.rosters.problem.RosterWriter;

/** A generated problem as anybody could have sent it: written to its file and read back, so that engine and checker see the same bytes. */
public record Instance(RosterProblem problem, byte[] file, String sha256) {

    public static Instance of(RosterProblem generated) {
        byte[] file = RosterWriter.write(generated);
        return new Instance(RosterFile.read(file), file, RosterFile.sha256(file));
    }

    public int seats() {
        return problem.shifts().stream().mapToInt(RosterProblem.Shift::needs).sum();
    }
}
