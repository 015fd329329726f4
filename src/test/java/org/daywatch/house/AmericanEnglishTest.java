package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** American schools and police read this: their spelling, their words, and they or the officer, never he. */
class AmericanEnglishTest {

    /** Names and texts alike, also inside longer names: programmeRules, PUPIL_ID. */
    private static final Pattern BRITISH = Pattern.compile(
            "programme(?!d|rs?\\b)|pupil(?!lar|(?-i:[ao]))|organis(?=e|ed|es|ing|ation)|recognis(?=e|ed|es|ing)|authoris(?=e|ed|es|ing|ation)|summaris(?=e|ed|es|ing)"
                    + "|(behavi|col|fav|neighb|hon|lab|rum|hum|harb|endeav|flav)our|centred?(?![a-z]*r[aeo])|kilomet(re)|(?<![a-z])metres?(?![a-z])|enrol(?!l)(?=ment|s\\b|e|i)|fulfil(?!l)(?=s\\b|ment|\\b)"
                    + "|(travel|label|model|counsel)l(?=ed\\b|ing\\b|ors?\\b|ers?\\b)|licence|defence|offence|judgement|(?<![a-z])practis(?=e|ed|ing)|catalogue|(?<![a-z])ageing|(?<![a-z])grey(?!hound)"
                    + "|(?<![a-z])(whilst|amongst|learnt|spelt|cheque|tyre|rota|rotas|storey|storeys|maths)(?![a-z])|(?<![a-z])per cent(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    /** The house's own dialect, which read as translated. In what people read. */
    private static final Pattern DIALECT = Pattern.compile(
            "Somebody must call|nobody holds|spoken of|Please mend|Ask the rules|[Ww]aiting for your word|On whose word|Found the agency|Days of late|Facts not heard|Presses the database"
                    + "|Take this plan|I thought again|Say so too|[Ww]ords for being forced|Somebody who can calm|Tell the school something else|Page for the desk|given free|[Ee]-mail|What became of it|at most ready");
    /** As a word and inside longer names: whereHeStands, hisPhone, ON_HIS_WAY. */
    private static final Pattern HE = Pattern.compile(
            "(?<![A-Za-z'’])(he|his|him|himself)(?![a-z])|(?<![A-Z'’])(He|His|Him|Himself)(?![a-z])|(?<![A-Z])(HE|HIS|HIM|HIMSELF)(?![A-Za-z])");
    private static final Pattern TWO_WORDS = Pattern.compile("(?<![a-z])per cent(?![a-z])", Pattern.CASE_INSENSITIVE);
    /** The glossary's line that says so. */
    private static final String NOT_SAID = "| he |";

    /**
     * Words of others: what calendars of the wild say and students write, a library's spelling, the search of the words
     * themselves.
     */
    private static final List<String> OF_OTHERS = List.of("/imports/titles/", "resources/calendars/", "KnownHolidays",
            "AmericanEnglishTest", "/nces/data/", "/time/data/", "resources/vendor/", "static/vendor/",
            "tip-door/vendor/", "CHANGELOG.md",
            "NOTICE",
            ".es.", "_es.properties", "package-lock.json", "planted-faults.txt", "__words_of_despair", "DangerWordsIT");

    private static final List<Path> ROOTS = List.of(Path.of("src"), Path.of("docs"), Path.of("bin"),
            Path.of("frontend"));
    private static final List<String> PAPERS = List.of("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "DECISIONS.md",
            "CONTRIBUTING.md", "STYLE.md");

    @Test
    void noNameTextTableOrPaperIsSpelledTheBritishWay() throws IOException {
        Offenders.none(
                "Spell it the American way: program, student, organization, behavior, center, meter, license, percent. A word of somebody else's belongs on the list OF_OTHERS.",
                found(files(), BRITISH));
    }

    @Test
    void noPathIsSpelledTheBritishWay() throws IOException {
        Offenders.none("Spell the path the American way.",
                files().stream().map(Path::toString).filter(p -> BRITISH.matcher(p).find()).toList());
    }

    @Test
    void textsForPeopleSayWhatTheTradeSays() throws IOException {
        var texts = files().stream().filter(f -> f.toString().endsWith(".properties")).toList();
        Offenders.none("Say it in the plain words of the trade: each stands in GLOSSARY.md.", found(texts, DIALECT));
    }

    @Test
    void namesTextsAndPapersSayTheyAndNeverHe() throws IOException {
        Offenders.none("Write they, or the officer, the student, the person; also in names and comments.",
                found(files(), HE));
    }

    @Test
    void theSearchFindsWhatItIsFor() {
        for (String wrong : List.of("the programme", "ProgrammeRules", "programmes/due", "PUPIL_ID", "pupilOf",
                "organisation", "behaviour", "schoolsColour", "centre", "centred", "50 metres", "kilometres",
                "enrolment", "counsellor", "a licence",
                "judgement", "behaviourCount", "80 per cent", "the rota", "recognised", "labelled", "labour")) {
            assertThat(words(wrong)).as(wrong).anyMatch(w -> BRITISH.matcher(w).find());
        }
        for (String right : List.of("program", "programmed", "programmer", "aria-labelledby", "students", "pupilas",
                "organismo", "resource", "court", "center", "parameters", "percent", "concentrate", "rotate", "license",
                "analysis", "encuentre")) {
            assertThat(words(right)).as(right).noneMatch(w -> BRITISH.matcher(w).find());
        }
        for (String wrong : List.of("he has accepted", "His shift", "tell him", "by himself",
                "anOfficerPressesWhereHeStands", "letsHimIn", "byHimself", "hisPhone", "heIsBack", "ON_HIS_WAY",
                "(HIS)")) {
            assertThat(words(wrong)).as(wrong).anyMatch(w -> HE.matcher(w).find());
        }
        for (String right : List.of("the officer", "this", "here", "them", "she’s", "Ohio", "theHelp", "atHome",
                "WHEN_THE", "HISTORY", "hidesHistory", "Heard", "himalaya", "CACHE")) {
            assertThat(words(right)).as(right).noneMatch(w -> HE.matcher(w).find());
        }
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var root : ROOTS) {
            if (Files.exists(root))
                files.addAll(Sources.files(root, ".java", ".jte", ".sql", ".css", ".js", ".properties", ".json", ".csv",
                        ".md", ".html", ".txt"));
        }
        PAPERS.forEach(p -> files.add(Path.of(p)));
        files.removeIf(
                f -> OF_OTHERS.stream().anyMatch(f.toString()::contains) || f.toString().contains("node_modules"));
        return files;
    }

    private static List<String> found(List<Path> files, Pattern words) throws IOException {
        var judged = new HashMap<String, Optional<String>>(); // a word is looked at once, however often it stands
        var found = new ArrayList<String>();
        for (var file : files) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.endsWith(NOT_SAID)) continue;
                var parts = words == DIALECT ? List.of(line.substring(line.indexOf('=') + 1)) : words(line);
                for (var part : parts) {
                    var hit = judged.computeIfAbsent(part,
                            p -> words.matcher(p).results().map(MatchResult::group).findFirst());
                    if (hit.isPresent()) found.add(file + ":" + number + " “" + hit.get() + "”");
                }
            }
        }
        return found;
    }

    /** Runs of letters, underscores and apostrophes; the one British word of two words is kept whole. */
    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        int from = -1;
        for (int at = 0; at <= line.length(); at++) {
            char c = at < line.length() ? line.charAt(at) : ' ';
            boolean within = Character.isLetter(c) || c == '_' || c == '\'' || c == '’';
            if (within && from < 0) from = at;
            if (within || from < 0) continue;
            words.add(line.substring(from, at));
            from = -1;
        }
        if (TWO_WORDS.matcher(line).find()) words.add("per cent");
        return words;
    }
}
