package org.daywatch.mentoring.mentors.pages;

import java.util.Set;
import org.daywatch.mentoring.mentors.MentorScreening.Needed;
import org.daywatch.staffing.OfficerDays.OfDistrict;

/**
 * An officer whom the agency may screen.
 *
 * @param key how the form names them. @param missing papers; none: they may mentor
 */
public record MentorCandidate(OfDistrict who, String key, String district, Set<Needed> missing) {}
