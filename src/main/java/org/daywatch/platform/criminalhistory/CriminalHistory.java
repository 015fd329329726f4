package org.daywatch.platform.criminalhistory;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers and records of criminal-justice systems in free text. Each is recognized by its label or by the way a
 * terminal writes it, never by figures alone: a phone, a room, a badge and a bus are figures too. The number of a
 * driver license is no such record.
 */
public final class CriminalHistory {

    /** What was recognized; its words stand under {@code criminalhistory.KIND}. */
    public enum Kind {
        FBI_NUMBER, STATE_NUMBER, NCIC, ENTRY_NUMBER, HISTORY, AGENCY_CASE, AGENCY_IDENTIFIER, TERMINAL_LINE
    }

    /** @param words as they were typed, up to the length of a line */
    public record Found(Kind kind, String words) {}

    private static final int LONGEST = 60;

    /** Between a label and its number: "no.", "number", "is", signs, and one line. */
    private static final String NUMBER = "(?:[\\s:#=/.-]|\\b(?:no|nr|nbr|num|number|id|is|was|of record)\\b){0,8}";
    private static final String SYSTEM = "(?:NCIC|ACJIS|ACIC|NLETS|CJIS|CLETS|TCIC|FCIC)";
    private static final String ASKED = "(?:hits?|hit on|returns?|returned|response|entry|entries|entered|record|records|checks?|checked|quer(?:y|ies|ied)|"
            + "inquiry|runs?|ran|running|came back|comes back|shows?|showed|printout|print-out|wanted|warrants?|clear|cleared|negative|positive|confirmed|number|no|results?)";
    /** What is taught, bought or agreed about such a system is no record from it. */
    private static final String ABOUT = "(?:training|trained|class|course|certif\\w*|recertif\\w*|polic(?:y|ies)|audit|agreement|terminal agency|coordinator|manual)";

    /** What has a number in Roman figures at a school. */
    private static final String PLACE = "(?:phase|tier|title|part|type|class|stage|level|wing|unit|hall|lot|gate|zone|door|room|grade|form)";

    private record Sign(Kind kind, Pattern pattern) {}

    private static final List<Sign> SIGNS = List.of(
            sign(Kind.TERMINAL_LINE, "\\b(?:MKE|FPC|NIC|FBI|SID|OCA|MNU|SOC)/[A-Z0-9]{3,}"),
            sign(Kind.TERMINAL_LINE, "\\bNAM/[A-Z' -]+,\\s?[A-Z]+.{0,40}\\b(?:DOB|SEX|RAC)/"),
            sign(Kind.TERMINAL_LINE, "\\b(?:QH|QR|IQ|FQ|QW|QWA)\\.[A-Z]{2}[A-Z0-9]{7}\\b"),
            sign(Kind.FBI_NUMBER, "\\bF\\.?B\\.?I\\.?(?:\\s*/\\s*UCN)?" + NUMBER
                    + "(?=[A-Z0-9]*[0-9])(?:[A-Z0-9]{5,9}|[0-9]{1,3}(?:[ -][0-9]{3}){1,2}(?:[ -]?[A-Z]{1,2}[0-9]{0,2})?)\\b(?![-/][0-9])"),
            sign(Kind.FBI_NUMBER,
                    "\\b(?:UCN|universal control (?:number|no\\.?))" + NUMBER
                            + "(?=[A-Z0-9]*[0-9])[A-Z0-9]{5,9}\\b"),
            sign(Kind.STATE_NUMBER, "\\b(?:SID|S\\.I\\.D\\.)" + NUMBER + "[A-Z]{2}[- ]?[0-9]{5,10}\\b"),
            sign(Kind.STATE_NUMBER, "\\bstate identification (?:number|no\\b|nr\\b|#)" + NUMBER
                    + "(?:[A-Z]{2})?[- ]?[0-9]{5,10}\\b"),
            sign(Kind.STATE_NUMBER, "\\b(?:criminal|arrest|offender|booking|DPS)\\b.{0,30}\\bSID" + NUMBER
                    + "[0-9]{5,10}\\b"),
            sign(Kind.STATE_NUMBER, "\\b(?:PCN|process control (?:number|no\\.?))" + NUMBER + "[0-9]{7,12}\\b"),
            sign(Kind.ENTRY_NUMBER, "\\bN\\.?I\\.?C\\.?\\b" + NUMBER + "[A-Z]-?[0-9]{9}\\b"),
            sign(Kind.ENTRY_NUMBER, "\\b" + SYSTEM + NUMBER + "[A-Z]-?[0-9]{6,9}\\b"),
            sign(Kind.NCIC, "\\b" + SYSTEM + "\\b(?![^.\\n]{0,25}\\b" + ABOUT + "\\b)[^.\\n]{0,25}\\b" + ASKED + "\\b"),
            sign(Kind.NCIC,
                    "\\b(?:ran|run|running|checked|queried|entered|cleared|wanted|hit|entry|record|return)\\b[^.\\n]{0,35}\\b"
                            + SYSTEM + "\\b(?![^.\\n]{0,25}\\b" + ABOUT + "\\b)"),
            sign(Kind.HISTORY, "\\brap[ -]?sheets?\\b"),
            exactly(Kind.HISTORY, "\\b(?:CCH|cch)\\b"),
            sign(Kind.HISTORY, "\\bCHRI\\b(?![^.\\n]{0,25}\\b" + ABOUT + "\\b)"),
            sign(Kind.HISTORY,
                    "\\b(?:computerized )?criminal history (?:record information|records?|print-?outs?|returns?|response|transcript|shows?|showed|came back)\\b"
                            + "(?![^.\\n]{0,25}\\b" + ABOUT + "\\b)"),
            sign(Kind.HISTORY, "\\binterstate identification index\\b"),
            exactly(Kind.HISTORY,
                    "\\b(?:[Rr]an|[Rr]un|[Pp]er|[Vv]ia|[Ff]rom|[Tt]hrough|[Qq]ueried|[Qq]uery|[Cc]hecked)(?: (?!"
                            + PLACE + "\\b)[a-z]{1,7})? III\\b(?! (?:building|wing|hall|grade))"),
            exactly(Kind.HISTORY,
                    "\\bIII (?:hits?|checks?|query|queries|inquiry|returns?|response|records?|printouts?|shows?|showed|results?|came back)\\b"),
            sign(Kind.AGENCY_CASE,
                    "\\bOCA\\b(?:\\s*(?:no\\.?|number|nbr|is)\\s*[:#=]?|\\s*[:#=])\\s*(?=[A-Z0-9-]*[0-9])[A-Z0-9-]{4,}"),
            sign(Kind.AGENCY_CASE, "\\boriginating agency case (?:number|no\\b|#)" + NUMBER
                    + "(?=[A-Z0-9-]*[0-9])[A-Z0-9-]{4,}"),
            sign(Kind.AGENCY_IDENTIFIER,
                    "\\b(?:ORI|originating agency identifier)\\b" + NUMBER
                            + "[A-Z]{2}[A-Z0-9]{0,3}[0-9]{2,7}[A-Z0-9]{0,2}\\b"));

    private CriminalHistory() {}

    /** The first that is recognized. */
    public static Optional<Found> find(String text) {
        if (text.length() < 3) return Optional.empty();
        String plain = plain(text);
        return SIGNS.stream().map(sign -> found(sign, sign.pattern().matcher(plain))).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Found> found(Sign sign, Matcher matcher) {
        if (!matcher.find()) return Optional.empty();
        String words = matcher.group().strip();
        return Optional.of(
                new Found(sign.kind(), words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…"));
    }

    /** Wide letters are letters, signs without width are nothing, and all space is alike. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s&&[^\\n]]+", " ")
                .replace('\u2019', '\'').replaceAll("[\u2010-\u2015]", "-");
    }

    private static Sign sign(Kind kind, String pattern) {
        return new Sign(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** Where small letters are another word. */
    private static Sign exactly(Kind kind, String pattern) {
        return new Sign(kind, Pattern.compile(pattern));
    }
}
