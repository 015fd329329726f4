package org.daywatch.platform.audit;

import static org.daywatch.platform.audit.AuditFault.Kind.CUT;
import static org.daywatch.platform.audit.AuditFault.Kind.EDITED;
import static org.daywatch.platform.audit.AuditFault.Kind.HEAD;
import static org.daywatch.platform.audit.AuditFault.Kind.MISSING;
import static org.daywatch.platform.audit.AuditFault.Kind.MOVED;
import static org.daywatch.platform.audit.AuditFault.Kind.REWRITTEN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks one tenant's chain from its first line and says what does not fit. Knows no database: lines are handed in by
 * ascending number, then the head; the checkpoints of the tenant are known from the start.
 */
final class ChainCheck {

    private static final String CONTENT = "one of at, person_id, role, capacity, session_id, action, subject, detail, database_at, run_id, steady_us";
    /**
     * Moved lines are recognized by trying every free place; beyond this many broken lines only the breaks are named.
     */
    private static final int MOST_PUZZLED_OVER = 300;

    private final UUID tenant;
    private final TreeMap<Long, AuditCheckpoint> checkpoints = new TreeMap<>();
    private final List<AuditFault> faults = new ArrayList<>();
    private final List<Stored> broken = new ArrayList<>();
    private final SortedMap<Long, Long> gaps = new TreeMap<>();
    private final List<AuditCheckpoint> contradicted = new ArrayList<>();
    private @Nullable Stored last;
    private long lines;
    private long proven;

    ChainCheck(UUID tenant, List<AuditCheckpoint> checkpoints) {
        this.tenant = tenant;
        checkpoints.forEach(c -> this.checkpoints.put(c.seq(), c));
    }

    /**
     * A line as the database holds it, with the hash it claims, the hash it has, and the claim of the line before it.
     */
    record Stored(AuditChain.Line line, byte[] claimed, byte[] computed, byte @Nullable [] before) {

        boolean whole() {
            return Arrays.equals(claimed, computed);
        }
    }

    /** The last link as {@code audit_head} records it. */
    record Head(long seq, byte[] hash) {}

    record Result(UUID tenant, long lines, long provenThrough, long notYetProtected, List<AuditFault> faults) {}

    void next(AuditChain.Line line, byte[] claimed) {
        long expected = last == null ? 1 : last.line().seq() + 1;
        boolean follows = line.seq() == expected;
        byte[] before = !follows ? null : last == null ? AuditChain.START : last.claimed();
        var stored = new Stored(line, claimed, AuditChain.hash(line), before);
        lines++;
        if (line.seq() < 1) {
            broken.add(stored);
            return;
        }
        if (!follows) gaps.put(expected, line.seq() - 1);
        if (follows && last != null) judgeBefore(last, stored);
        if (line.seq() == 1 && stored.whole() && !Arrays.equals(line.previous(), AuditChain.START)) {
            fault(EDITED, 1, 1, "", "the first line claims a line before it: the beginning was rewritten");
        }
        if (!stored.whole()) broken.add(stored);
        var checkpoint = checkpoints.get(line.seq());
        if (checkpoint != null) {
            if (checkpoint.hash().equals(HexFormat.of().formatHex(claimed))) proven = line.seq();
            else contradicted.add(checkpoint);
        }
        last = stored;
    }

    Result end(@Nullable Head head) {
        long lastSeq = last == null ? 0 : last.line().seq();
        judgeHead(head, lastSeq);
        judgeBroken();
        if (head != null) gaps.keySet().removeIf(from -> from > head.seq()); // made by a line that was moved behind the end
        for (var gap : gaps.entrySet())
            fault(MISSING, gap.getKey(), gap.getValue(), "", missingWords(gap.getKey(), gap.getValue()));
        judgeCheckpoints(lastSeq);
        return new Result(tenant, lines, proven, Math.max(0, lastSeq - proven), List.copyOf(faults));
    }

    /** The next line vouches for the hash of the one before it. */
    private void judgeBefore(Stored before, Stored next) {
        byte[] vouched = next.line().previous();
        if (Arrays.equals(vouched, before.claimed())) return;
        long seq = before.line().seq();
        if (!before.whole() && Arrays.equals(vouched, before.computed())) {
            broken.remove(before);
            fault(EDITED, seq, seq, "hash",
                    "line " + seq + " was edited in column hash: the line after it vouches for the true one");
        } else if (before.whole() && next.whole()) {
            fault(EDITED, seq, seq, CONTENT + ", and hash",
                    "line " + seq + " was edited and hashed anew: the line after it vouches for another");
        }
        // otherwise one of the two does not match its own hash, and is named for that
    }

    private void judgeBroken() {
        var free = new TreeSet<Long>();
        broken.forEach(b -> free.add(b.line().seq()));
        gaps.forEach((from, to) -> {
            for (long seq = from; seq <= to && seq < from + MOST_PUZZLED_OVER; seq++) free.add(seq);
        });
        boolean puzzle = broken.size() <= MOST_PUZZLED_OVER && free.size() <= 2 * MOST_PUZZLED_OVER;
        for (var b : broken) {
            long seq = b.line().seq();
            Long home = puzzle ? free.stream().filter(s -> s != seq && fits(b, s)).findFirst().orElse(null) : null;
            if (home != null) {
                fault(MOVED, seq, seq, "seq", "line " + seq + " is the line that was written as number " + home);
                boolean emptied = gaps.containsKey(home) && gaps.get(home).equals(home);
                if (emptied) gaps.remove(home); // not deleted: it stands elsewhere
            } else if (b.before() != null && fitsWith(b, b.before())) {
                fault(EDITED, seq, seq, "prev_hash", "line " + seq + " was edited in column prev_hash");
            } else {
                fault(EDITED, seq, seq, CONTENT, "line " + seq + " was edited: " + CONTENT);
            }
        }
    }

    private static boolean fits(Stored b, long seq) {
        return Arrays.equals(b.claimed(), AuditChain.hash(b.line().as(seq)));
    }

    private static boolean fitsWith(Stored b, byte[] previous) {
        return Arrays.equals(b.claimed(), AuditChain.hash(b.line().after(previous)));
    }

    private void judgeHead(@Nullable Head head, long lastSeq) {
        if (head == null) {
            if (lines > 0) fault(HEAD, lastSeq, lastSeq, "", "the head of the chain was deleted");
            return;
        }
        if (head.seq() > lastSeq) {
            gaps.put(lastSeq + 1, head.seq());
        } else if (head.seq() < lastSeq) {
            fault(HEAD, lastSeq, lastSeq, "seq",
                    "the head says the chain ends at " + head.seq() + ", but it goes on to " + lastSeq);
        } else if (last != null && !Arrays.equals(head.hash(), last.claimed())) {
            if (!last.whole() && Arrays.equals(head.hash(), last.computed())) {
                broken.remove(last);
                fault(EDITED, lastSeq, lastSeq, "hash",
                        "line " + lastSeq + " was edited in column hash: the head vouches for the true one");
            } else if (last.whole()) {
                fault(HEAD, lastSeq, lastSeq, "hash",
                        "the head vouches for another last line: the head was edited, or line " + lastSeq
                                + " hashed anew");
            }
        }
    }

    private void judgeCheckpoints(long lastSeq) {
        var beyond = checkpoints.tailMap(lastSeq, false);
        if (!beyond.isEmpty()) {
            var cut = beyond.lastEntry().getValue();
            fault(CUT, lastSeq + 1, cut.seq(), "",
                    "lines " + (lastSeq + 1) + " to " + cut.seq() + " were signed at " + cut.at() + " and are gone");
        }
        for (var wrong : contradicted) {
            boolean named = faults.stream()
                    .anyMatch(f -> f.seq() <= wrong.seq() && f.through() >= wrong.seq() && f.kind() != HEAD);
            if (named) continue;
            var from = checkpoints.headMap(wrong.seq()).values().stream().filter(c -> !contradicted.contains(c))
                    .mapToLong(AuditCheckpoint::seq).max().orElse(0);
            fault(REWRITTEN, from + 1, wrong.seq(), "", "a line among " + (from + 1) + " to " + wrong.seq()
                    + " was rewritten after it was signed at " + wrong.at());
        }
    }

    private String missingWords(long from, long through) {
        return from == through ? "line " + from + " was deleted" : "lines " + from + " to " + through + " were deleted";
    }

    private void fault(AuditFault.Kind kind, long seq, long through, String column, String words) {
        faults.add(new AuditFault(tenant, kind, seq, through, column, words));
    }
}
