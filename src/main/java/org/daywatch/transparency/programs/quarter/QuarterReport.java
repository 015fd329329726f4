package org.daywatch.transparency.programs.quarter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.campus.CampusDay;
import org.daywatch.transparency.programs.campus.CampusRecord;
import org.daywatch.transparency.programs.papers.FiledPaper;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.jspecify.annotations.Nullable;

/**
 * The record of daily coverage of a district's schools in one quarter of the calendar.
 *
 * @param now days that were over then are in it
 * @param names of officers, as far as the reader may see them
 */
public record QuarterReport(String district, LocalDate from, LocalDate to, Instant now, List<OfSchool> schools,
        Map<UUID, String> names) {

    /**
     * @param record of the quarter. @param knownInYear an officer was recorded here in the school year: without, a day
     * is unknown and not empty
     * @param handedIn the paper that says so; null while it was not
     * @param asked the quarter's report is owed for this school. @param over it can be handed in
     */
    public record OfSchool(Campus school, CampusRecord record, boolean knownInYear, @Nullable FiledPaper handedIn,
            boolean asked, boolean over) {

        boolean waits() {
            return asked && over && handedIn == null;
        }
    }

    /** Of which the report can be handed in now. */
    public List<Campus> waiting() {
        return schools.stream().filter(OfSchool::waits).map(OfSchool::school).toList();
    }

    public String who(Page page, List<UUID> officers) {
        return officers.stream().map(o -> names.getOrDefault(o, page.t("daily.officer"))).distinct()
                .collect(Collectors.joining(", "));
    }

    /** "Oct 14, 2026: 6 h 15 min of 8 h 15 min, Owen Jarrett". */
    public String said(Page page, CampusDay d) {
        String hours = page.t("daily.of", MeterWords.time(page, d.there()), MeterWords.time(page, d.asked()));
        return d.officers().isEmpty()
                ? page.t("daily.day.nobody", page.when().date(d.day()), MeterWords.time(page, d.asked()))
                : page.t("daily.day", page.when().date(d.day()), hours, who(page, d.officers()));
    }
}
