package org.daywatch.platform.criminalhistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A-31 of docs/security. All names and numbers are invented. */
class CriminalHistoryTest {

    /** As officers type them, hurriedly and by the book. */
    private static final List<String> PLANTED = List.of("FBI # 123456AB7", "FBI No. 4567890A1", "fbi number 987654CD2",
            "FBI: 12345678", "F.B.I. # 445566FA8", "Their FBI number is 887766HB3, see attached",
            "FBI/UCN 5KX9T2WM1", "UCN 7HC4X9PQ2", "universal control number: 112233MA4", "FBI/123456WA9",
            "FBI 765 432 T1", "FBI no 334455L6",
            "SID AZ12345678", "SID# AZ09876543", "SID: AZ-4567812", "SID/AZ11223344", "S.I.D. AZ22334455",
            "state identification number 04567812", "State Identification No. AZ3344556", "sid number az55667788",
            "Booked under DPS SID 09988776", "criminal SID 01234567", "State identification # 1122334",
            "PCN 20264455667", "process control number 1234567890",
            "NIC W123456789", "NIC# M987654321", "NIC/W112233445", "NIC no. P556677889", "NCIC# W223344556",
            "NCIC number M334455667", "Ran them through NCIC, clear", "NCIC hit on the driver",
            "NCIC came back negative",
            "subject wanted per NCIC", "NCIC check done, no wants", "Ran plate in ACJIS, return attached",
            "Entered in NCIC as missing juvenile", "dispatch queried NCIC for the father", "ACIC return shows warrant",
            "CCH attached", "Pulled their CCH before the meeting", "see cch in the folder", "rap sheet attached",
            "mother showed us a rapsheet", "Rap-sheet on file",
            "criminal history printout in drawer", "criminal history record shows two arrests", "CHRI on desk",
            "ran a III on the visitor", "III hit from Nevada", "III check came back", "per III arrested in 2019",
            "OCA: 26-004512", "OCA # 2026123456", "OCA number 26-7788", "ORI AZ0071300", "ORI# AZ0100200",
            "QH.AZ0071300.NAM/DOE,JOHN.DOB/19900101", "MKE/EMP NAM/DOE,JOHN DOB/19900101 OCA/26004512");

    @Test
    void ofSixtyPlantedIdentifiersAtLeastFiftySevenAreRecognized() {
        var missed = PLANTED.stream().filter(said -> CriminalHistory.find(said).isEmpty()).toList();
        assertThat(PLANTED).hasSize(60);
        System.out.printf("of 60 planted identifiers %d are recognized; missed: %s%n", 60 - missed.size(), missed);
        assertThat(missed).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void eachIsFoundInTheMiddleOfALongNoteAndWhateverSpaceAndStrokesAreTyped() {
        var missed = PLANTED.stream()
                .flatMap(said -> Stream.of("Met the parent at the gate at 8:05. " + said + "\nLeft at 8:20.",
                        said.replace(" ", "\u00a0"), said.replace("-", "\u2011")))
                .filter(said -> CriminalHistory.find(said).isEmpty()).toList();
        assertThat(missed).hasSizeLessThanOrEqualTo(PLANTED.size() * 3 / 20);
    }

    @Test
    void saysWhatWasRecognizedInTheWriterOwnWords() {
        var found = CriminalHistory.find("Father stopped at gate, FBI # 123456AB7, sent away").orElseThrow();
        assertThat(found.kind()).isEqualTo(CriminalHistory.Kind.FBI_NUMBER);
        assertThat(found.words()).isEqualTo("FBI # 123456AB7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLN D01234567, expired", "Showed AZ driver license D01234567", "Student ID 12345678",
            "SID 1234567 moved to room 204", "Robert Hale III picked up a son", "Building III, second floor",
            "Title III funds", "Phase III of the drill", "NCIC certification due in March", "Bring your NCIC policy",
            "Agent of the FBI will speak at assembly on 11/30", "Call FBI Phoenix at 623-466-1999",
            "The FBI's number is in the front office", "FBI field office 2026 calendar",
            "NIC card replaced in the camera server", "CCHS won 21 to 14", "ORI the cat was found", "Oriole patrol",
            "Volunteer cleared by the district, fingerprint card 1234567", "OCA class visits Tuesday",
            "criminal history training on Friday", "Case 26-004512 with Copper Valley PD", "III", "",
            "Run to Building III and back", "Walked from wing III", "Came from Phase III"})
    void leavesOrdinaryWordsAlone(String said) {
        assertThat(CriminalHistory.find(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FBI # 123456AB7, FBI_NUMBER", "SID AZ12345678, STATE_NUMBER", "NIC W123456789, ENTRY_NUMBER",
            "NCIC hit, NCIC", "rap sheet, HISTORY", "OCA: 26-004512, AGENCY_CASE", "ORI AZ0071300, AGENCY_IDENTIFIER",
            "QH.AZ0071300.NAM, TERMINAL_LINE"})
    void tellsTheKindsApart(String said, CriminalHistory.Kind kind) {
        assertThat(CriminalHistory.find(said).orElseThrow().kind()).isEqualTo(kind);
    }

    /** What is written a hundred times a day beside what may not be: at most one in a hundred is asked for again. */
    @Test
    void ofTwentyThousandOrdinaryNotesAtMostOneInAHundredIsHeldBack() {
        var held = new Notes(new Random(7)).write(20_000).filter(note -> CriminalHistory.find(note).isPresent())
                .toList();
        System.out.printf("of 20,000 ordinary notes %d are held back: %s%n", held.size(),
                held.stream().limit(5).toList());
        assertThat(held).hasSizeLessThanOrEqualTo(200);
    }

    /** A field takes thousands of signs, and nobody waits for what is in it. */
    @Test
    void aLongTextWithTheBeginningsOfEverythingIsReadAtOnce() {
        String text = "FBI no number is : # NIC SID OCA ran NCIC criminal NAM/A, III ".repeat(400);
        long began = System.nanoTime();
        CriminalHistory.find(text.replace("NCIC", "NCI C"));
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    /** Sentences of a school's day with every kind of figure in them. */
    private record Notes(Random chance) {

        private static final List<String> BEGINNINGS = List.of("Walked the east wing", "Met the principal",
                "Parent came to the gate", "Checked doors", "Student asked about the lesson", "Bus was late",
                "Front office called", "Radio check", "Lunch duty", "Fire drill", "Visitor signed in",
                "Custodian reported", "Found the side door open", "Coach asked for help", "Spoke with the counselor",
                "Ran the crossing at dismissal", "Camera was checked", "Entered the gym",
                "Warrant officer for the JROTC visited",
                "Cleared the lot", "No record of the visit", "Field trip returned");
        private static final List<String> ENDINGS = List.of("all quiet", "nothing to report", "will follow up tomorrow",
                "teacher was told", "door closed again", "key returned", "case goes to the counselor",
                "parent was friendly", "copied to the district", "work order is open", "no one hurt",
                "see the log of yesterday", "number is on the list", "ID was shown", "class went on");

        Stream<String> write(int many) {
            return IntStream.range(0, many).mapToObj(i -> one());
        }

        private String one() {
            return pick(BEGINNINGS) + ", " + figure() + (chance.nextBoolean() ? ", " + figure() : "") + ", "
                    + pick(ENDINGS) + ".";
        }

        private String figure() {
            return switch (chance.nextInt(27)) {
                case 0 -> "phone 602-555-01" + two();
                case 1 -> "(480) 555-01" + two();
                case 2 -> "room " + number(100, 899);
                case 3 -> "room " + letter() + number(10, 99) + letter();
                case 4 -> number(1, 12) + "/" + number(1, 28) + "/2026";
                case 5 -> "2026-11-" + two();
                case 6 -> number(6, 17) + ":" + two() + " hours";
                case 7 -> "unit " + number(1, 9) + letter() + two() + " on channel " + number(1, 16);
                case 8 -> "Adam " + two() + ", code 4";
                case 9 -> "badge " + number(1000, 99999);
                case 10 -> "badge #" + number(1000, 9999);
                case 11 -> "bus " + number(1, 240);
                case 12 -> "bus no. " + number(1, 240) + letter();
                case 13 -> "school case 2026-" + number(100, 9999);
                case 14 -> "case no. MU-" + number(10000, 99999);
                case 15 -> "work order WO" + number(100000, 999999);
                case 16 -> "plate " + letter() + letter() + letter() + number(1000, 9999);
                case 17 -> "student ID " + number(1000000, 9999999);
                case 18 -> "SID " + number(100000, 99999999);
                case 19 -> "OLN D" + number(10000000, 99999999);
                case 20 -> "report DR " + number(26000000, 26999999);
                case 21 -> "Building III, door " + number(1, 40);
                case 22 -> "camera NIC " + number(1, 4) + " at 10." + number(0, 255) + "." + number(0, 255) + ".9";
                case 23 -> "serial SN" + letter() + number(1000000, 99999999);
                case 24 -> "the FBI citizens academy flyer of " + number(1, 12) + "/" + number(1, 28);
                case 25 -> "AZ POST number " + number(10000, 99999);
                default -> "zip " + number(85001, 86556) + ", form " + number(100, 999) + "-" + letter();
            };
        }

        private String pick(List<String> all) {
            return all.get(chance.nextInt(all.size()));
        }

        private int number(int least, int most) {
            return chance.nextInt(least, most + 1);
        }

        private String two() {
            return String.format("%02d", number(10, 28));
        }

        private char letter() {
            return (char) ('A' + chance.nextInt(26));
        }
    }
}
