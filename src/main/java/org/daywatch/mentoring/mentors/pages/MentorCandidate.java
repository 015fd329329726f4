package org.daywatch.mentoring.mentors.pages;

import java.util.List;
import java.util.Set;
import org.daywatch.mentoring.mentors.MentorScreening.Needed;
import org.daywatch.staffing.days.OfficerDays.OfDistrict;

/**
 * An officer whom the agency may screen.
 *
 * @param key how the form names them. @param missing papers; none: they may mentor
 */
public record MentorCandidate(OfDistrict who, String key, String district, Set<Needed> missing) {

    public static List<MentorCandidate> ready(List<MentorCandidate> all) {
        return all.stream().filter(c -> c.missing().isEmpty()).toList();
    }

    public static List<MentorCandidate> lacking(List<MentorCandidate> all) {
        return all.stream().filter(c -> !c.missing().isEmpty()).toList();
    }
}
