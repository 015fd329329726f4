package org.daywatch.planning.agreements.clauses;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sentence of a text seems to say, in English or Spanish. It reads words, not law: it finds what people usually
 * write, shows the sentence it found, and leaves the judgment to them. A sentence that denies something does not say
 * it.
 */
public enum ClauseReading {

    /** The school keeps direct control over what an officer does with education records. */
    DIRECT_CONTROL(false, "direct control", "control directo"),
    /** Parents are told when a student is taken into custody. */
    PARENT_NOTICE(false, "\\b(parent|guardian)s?\\b.{0,100}\\b(told|notif\\w+|inform\\w*|called|contact\\w*)",
            "\\b(tell|notif\\w+|inform\\w*|call|contact)s?\\b.{0,80}\\b(parent|guardian)",
            "(avis|notific|inform)\\w*.{0,80}\\b(padre|madre|tutor|famili)",
            "\\b(padre|madre|tutor|famili)\\w*.{0,80}(avis|notific|inform)\\w*"),
    /** The officer imposes school discipline. */
    OFFICER_DISCIPLINES(true,
            "\\b(officer|SRO|SSO|JPO)s?\\b.{0,80}\\b(enforc|impos|administ|handl|decid|issu|assign)\\w*.{0,60}\\b(disciplin|school rules|code of conduct|detention|suspen)",
            "\\b(agentes?|oficial(es)?)\\b.{0,80}\\b(aplica|impon|decid|administra)\\w*.{0,60}(disciplin|reglas de la escuela|código de conducta|suspen)"),
    /** The officer may see every record of every student. */
    ALL_RECORDS(true, "\\b(full|unrestricted|unlimited|complete) access\\b.{0,60}\\brecords\\b",
            "\\baccess to (all|any)\\b.{0,30}\\brecords\\b",
            "\\bacceso (pleno|total|ilimitado|completo)\\b.{0,60}\\b(expedientes|registros)\\b",
            "\\bacceso a todos los\\b.{0,30}\\b(expedientes|registros)\\b"),
    /** An officer off duty is ordered to take a post, which makes their hours their department's. */
    ORDERED_TO_WORK(true,
            "\\bofficers?\\b.{0,60}\\b(must|shall|required to|ordered to|obliged to)\\b.{0,20}\\b(accept|take|work)\\b.{0,30}\\b(shift|post|detail|hour|assignment)",
            "\\b(agentes?|oficial(es)?)\\b.{0,60}\\b(deben?|obligados? a)\\b.{0,20}\\b(aceptar|tomar|trabajar)\\b.{0,30}\\b(turno|puesto|hora|servicio)"),
    /** The officer stands in for staff: lunch, buses, halls, lessons. */
    STANDING_DUTIES(true,
            "\\bofficers?\\b.{0,80}\\b(lunch(room)?|cafeteria|bus|hall(way)?)\\b.{0,20}\\b(duty|supervision|monitor)",
            "\\bofficers?\\b.{0,80}\\bsubstitut\\w+.{0,20}\\bteach",
            "\\b(agentes?|oficial(es)?)\\b.{0,80}\\bvigil\\w*.{0,30}\\b(comedor|autob|pasillo)");

    private static final Pattern DENIES = Pattern.compile(
            "\\b(not|never|no|nor|neither|cannot|nunca|jamás|ni|ningun[ao]?|without|sin)\\b|n't\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.;!?])\\s+|\\n+");

    private final boolean unlessDenied;
    private final List<Pattern> patterns;

    ClauseReading(boolean unlessDenied, String... patterns) {
        this.unlessDenied = unlessDenied;
        this.patterns = Arrays.stream(patterns).map(p -> Pattern.compile(p,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)).toList();
    }

    /** The first sentence that seems to say it. */
    public Optional<String> in(String text) {
        return SENTENCES.splitAsStream(text).map(String::strip)
                .filter(s -> patterns.stream().anyMatch(p -> p.matcher(s).find()))
                .filter(s -> !unlessDenied || !DENIES.matcher(s).find()).findFirst();
    }
}
