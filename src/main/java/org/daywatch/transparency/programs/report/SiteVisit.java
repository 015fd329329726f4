package org.daywatch.transparency.programs.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a site visit asks of one school, in the reader's words: each requirement with what was done, what is missing
 * said plainly, and the evidence line by line.
 *
 * @param programs names
 * @param year first and last school day; empty where the calendar is not known
 * @param gaps what is missing, late or not known, each a sentence
 * @param rules versions of the rules that were applied, in their order
 */
public record SiteVisit(UUID schoolId, String school, String district, LocalDate asOf, String programs, String year,
        String preparedFor, List<Line> requirements, List<String> gaps,
        List<Evidence> evidence, List<String> rules) {

    /**
     * @param key which of the file's figures it is, for asking what it counts. @param subject what it is the sum of
     * @param asked and {@code done}: amounts with their unit. @param rule version, and whether it is to be confirmed
     */
    public record Line(String key, String subject, String what, String asked, String done, String standing,
            String outlook, String rule) {}

    /** @param address of the page that shows it; empty where the line itself is all there is */
    public record Evidence(LocalDate day, String what, String officer, String amount, String address) {}

    /** Over everything the file says, so that a copy can be compared with the original. SHA-256 in hexadecimal. */
    public String digest() {
        var text = new ArrayList<String>(
                List.of(schoolId.toString(), school, district, asOf.toString(), programs, year, preparedFor));
        requirements.forEach(r -> text.addAll(List.of(r.what, r.asked, r.done, r.standing, r.outlook, r.rule)));
        text.addAll(gaps);
        evidence.forEach(e -> text.addAll(List.of(e.day.toString(), e.what, e.officer, e.amount, e.address)));
        text.addAll(rules);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            text.forEach(part -> digest.update((part.length() + ":" + part + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
