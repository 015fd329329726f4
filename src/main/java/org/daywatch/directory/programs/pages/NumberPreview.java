package org.daywatch.directory.programs.pages;

import java.util.List;
import org.daywatch.directory.programs.figures.RuleConsequences;
import org.daywatch.directory.programs.figures.RuleConsequences.Line;

/** What a number that is about to change means, as far as a page can show it. */
public record NumberPreview(NumberChange change, List<Line> meters) {

    private static final int SHOWN = 50;
    private static final int MOST_SILENT = 200;

    /** Lines of one kind: those that are shown, and how many more there are. */
    public record Part(List<Line> lines, int all) {

        static Part of(List<Line> lines, int most) {
            return new Part(lines.stream().limit(most).toList(), lines.size());
        }

        public int more() {
            return all - lines.size();
        }
    }

    public Part said() {
        return Part.of(meters.stream().filter(line -> !line.nothingRecorded()).toList(), SHOWN);
    }

    /** Of these the only thing that changes is the target. */
    public Part silent() {
        return Part.of(meters.stream().filter(RuleConsequences.Line::nothingRecorded).toList(), MOST_SILENT);
    }

    public List<NumberChange.Alike> alike() {
        return change.alike().stream().limit(SHOWN).toList();
    }

    /** Schools that are not among those shown. */
    public int moreSchools() {
        return change.alike().stream().skip(SHOWN).mapToInt(a -> a.names().size()).sum();
    }
}
