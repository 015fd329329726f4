package org.daywatch.bench.roster;

import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.problem.ScheduleWriter;

/**
 * A generated problem as anybody could have sent it: written to its file and read back, so that engine and checker see
 * the same bytes.
 */
public record Instance(ScheduleProblem problem, byte[] file, String sha256) {

    public static Instance of(ScheduleProblem generated) {
        byte[] file = ScheduleWriter.write(generated);
        return new Instance(ScheduleFile.read(file), file, ScheduleFile.sha256(file));
    }

    public int seats() {
        return problem.shifts().stream().mapToInt(ScheduleProblem.Shift::needs).sum();
    }
}
