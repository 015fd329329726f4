package org.daywatch.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.daywatch._story.LastPlace;
import org.daywatch._story.PostedDay;
import org.daywatch._story.WholeApp;
import org.daywatch.staffing.StaffingRefusal;
import org.springframework.util.FileSystemUtils;

/**
 * Officers reach for the last place in the same instant: 1,000 rounds (or as many as the first argument says), two
 * officers (or the second). One winner each round, everybody else told that it is taken; anything else ends with exit
 * code 1. The time is the winner's, from the signal to their commit, with judgment, reservation, audit line and fsync.
 */
public final class AcceptBench {

    private AcceptBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int officers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        boolean right;
        var home = Files.createTempDirectory("daywatch-accept");
        try (var app = WholeApp.start(home)) {
            var day = new PostedDay(app);
            var reaching = IntStream.rangeClosed(1, officers).mapToObj(i -> day.officer("Officer Number " + i))
                    .toList();
            var contest = new LastPlace(app, day, reaching);
            long began = System.nanoTime();
            var result = contest.rounds(rounds, Instant.parse("2026-08-04T00:00:00Z"), Duration.ofMinutes(30));
            double seconds = (System.nanoTime() - began) / 1e9;
            long otherwise = result.refusals().stream().filter(code -> code != StaffingRefusal.ALREADY_TAKEN).count();
            long posts = result.winners().stream().map(LastPlace.Win::post).distinct().count();
            right = result.winners().size() == rounds && posts == rounds && otherwise == 0;
            var times = result.winners().stream().map(LastPlace.Win::nanos).sorted().toList();
            System.out.printf(
                    "accept: %d rounds, %d officers each: %d winners, %d told it is taken, %d refused otherwise%n",
                    rounds, officers,
                    result.winners().size(), result.refusals().size() - otherwise, otherwise);
            System.out.printf(
                    "accept: winner's time median %.1f ms, p95 %.1f ms, longest %.1f ms; all rounds %.1f s, making of each post included%n",
                    at(times, 0.5), at(times, 0.95), at(times, 1), seconds);
        }
        FileSystemUtils.deleteRecursively(home);
        System.exit(right ? 0 : 1);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get(Math.clamp((int) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1)) / 1e6;
    }
}
