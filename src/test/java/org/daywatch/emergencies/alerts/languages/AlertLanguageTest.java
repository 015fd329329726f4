package org.daywatch.emergencies.alerts.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.emergencies.alerts.languages.AlertLanguage.Said;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be entered as the words of a language, who confirms them, and which of several a school shows. */
class AlertLanguageTest {

    private static final Texts TEXTS = new Texts();
    private static final Instant NOW = Instant.parse("2026-08-03T14:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");
    private static final UUID AGENCY = new UUID(0, 1);
    private static final UUID MESQUITE = new UUID(0, 2);
    private static final UUID SAGUARO = new UUID(0, 3);
    private static final Said LAN = new Said(new UUID(0, 10), "Lan Tran", NOW);
    private static final Said MINH = new Said(new UUID(0, 11), "Minh Vo", NOW);

    @Test
    void aLanguageIsEnteredByItsSignItsOwnNameAndItsWords() {
        var vietnamese = LanguageDraft.read(SpokenWords.vietnamese(), TEXTS);
        assertThat(vietnamese.tag()).isEqualTo("vi");
        assertThat(vietnamese.rtl()).isFalse();
        assertThat(vietnamese.words()).containsEntry("LOCKDOWN.name", "Phong tỏa")
                .containsEntry("TORNADO/SHELTER_AREA", "Lốc xoáy: đến khu trú ẩn").doesNotContainKey("notTold");
        assertThat(LanguageDraft.read(SpokenWords.arabic(), TEXTS).rtl()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"vi, vi", "NV, nv", "zh-hant, zh-Hant", "so-KE, so-KE"})
    void aSignIsWrittenAsTheStandardWritesIt(String typed, String kept) {
        assertThat(LanguageDraft.read(SpokenWords.form(typed, "Name", "ltr", SpokenWords.VIETNAMESE), TEXTS).tag())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"vietnamese language, wrong.tag", "'', wrong.tag", "en, wrong.house", "es-MX, wrong.house",
            "'<b>', wrong.tag"})
    void aSignThatIsNoneAndTheLanguagesOfTheHouseAreRefused(String typed, String why) {
        assertThat(wrong(SpokenWords.form(typed, "Name", "ltr", SpokenWords.VIETNAMESE))).containsEntry("tag",
                "alert.language." + why);
    }

    @Test
    void drillAndRealCanNotBeCalledTheSameNorCanTwoActions() {
        assertThat(wrong(SpokenWords.vietnamese("word.drill", "thật – KHÔNG phải diễn tập"))).isEmpty(); // a dash is another sentence
        assertThat(wrong(SpokenWords.vietnamese("word.drill", "thật: không phải  diễn tập")))
                .containsEntry("word.drill", "alert.language.wrong.same");
        assertThat(wrong(SpokenWords.vietnamese("word.EVACUATE.name", "Phong tỏa"))).containsEntry("word.EVACUATE.name",
                "alert.language.wrong.same");
    }

    @Test
    void noWordSaysWhatTheHouseCallsAnotherOfThem() {
        assertThat(wrong(SpokenWords.vietnamese("word.drill", "Real: not a drill"))).containsEntry("word.drill",
                "alert.language.wrong.same");
        assertThat(wrong(SpokenWords.vietnamese("word.HOLD.name", "lockdown"))).containsEntry("word.HOLD.name",
                "alert.language.wrong.same");
        assertThat(wrong(SpokenWords.vietnamese("word.LOCKDOWN.name", "Lockdown")))
                .as("a language may have borrowed the word").isEmpty();
    }

    @Test
    void lettersRunTheWayTheLanguageSaysAndSignsThatTurnThemAreTakenOut() {
        assertThat(wrong(SpokenWords.arabic("direction", "ltr"))).containsEntry("direction",
                "alert.language.wrong.direction");
        assertThat(wrong(SpokenWords.vietnamese("direction", "rtl"))).containsEntry("direction",
                "alert.language.wrong.direction");
        assertThat(LanguageDraft
                .read(SpokenWords.vietnamese("word.SECURE.name", "\u202EKhóa\u202C cửa\u2066 ngoài"), TEXTS).words())
                .containsEntry("SECURE.name", "Khóa cửa ngoài");
    }

    @Test
    void whatIsReadAcrossARoomIsShort() {
        assertThat(wrong(SpokenWords.vietnamese("word.LOCKDOWN.name", "a".repeat(61), "word.LOCKDOWN.adults",
                "b ".repeat(151) + "c", "ownName", " ", "from", "tomorrow")))
                .containsEntry("word.LOCKDOWN.name", "alert.language.wrong.longWord")
                .containsEntry("word.LOCKDOWN.adults", "alert.language.wrong.long").containsKeys("ownName", "from");
    }

    @Test
    void somebodyElseWhoReadsItConfirmsExactlyWhatTheyHaveRead() {
        var draft = draft(MESQUITE, SpokenWords.VIETNAMESE);
        assertThatThrownBy(() -> draft.confirm(LAN, 0, true)).isInstanceOfSatisfying(Refused.class,
                no -> assertThat(no.code()).isEqualTo(EmergencyRefusal.ALERT_LANGUAGE_SECOND_PERSON));
        assertThatThrownBy(() -> draft.confirm(MINH, 0, false)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reads");
        var changed = draft.write(LanguageDraft.read(SpokenWords.vietnamese(), TEXTS), LAN);
        assertThatThrownBy(() -> changed.confirm(MINH, 0, true)).as("they read what stood there before")
                .isInstanceOf(Stale.class);
        var confirmed = changed.confirm(MINH, 1, true);
        assertThat(confirmed.state()).isEqualTo(AlertLanguage.State.CONFIRMED);
        assertThat(confirmed.missing()).contains("notTold", "EVACUATE.adults").doesNotContain("LOCKDOWN.name", "drill");
        assertThatThrownBy(() -> confirmed.write(LanguageDraft.read(SpokenWords.vietnamese(), TEXTS), LAN))
                .isInstanceOfSatisfying(Refused.class,
                        no -> assertThat(no.code()).isEqualTo(EmergencyRefusal.ALERT_LANGUAGE_NO_DRAFT));
    }

    @Test
    void onlyWhoBeganADraftChangesItSoThatTheSecondPersonIsOne() {
        assertThatThrownBy(() -> draft(MESQUITE, SpokenWords.VIETNAMESE)
                .write(LanguageDraft.read(SpokenWords.vietnamese(), TEXTS), MINH))
                .isInstanceOfSatisfying(Refused.class,
                        no -> assertThat(no.code()).isEqualTo(EmergencyRefusal.ALERT_LANGUAGE_OF_ANOTHER));
    }

    @Test
    void noLanguageIsShownThatHasNoWordForADrillOrForAnAction() {
        for (var needed : LanguageWords.MUST) {
            var words = new LinkedHashMap<>(SpokenWords.VIETNAMESE);
            words.remove(needed);
            assertThatThrownBy(() -> draft(null, words).confirm(MINH, 0, true)).as(needed)
                    .isInstanceOfSatisfying(Refused.class,
                            no -> assertThat(no.code()).isEqualTo(EmergencyRefusal.ALERT_LANGUAGE_LACKS));
        }
    }

    @Test
    void aSchoolShowsItsDistrictsWordsBeforeItsAgencysTheLaterBeforeTheEarlierAndNoDraft() {
        var everywhere = draft(null, SpokenWords.VIETNAMESE).confirm(MINH, 0, true);
        var own = draft(MESQUITE, SpokenWords.VIETNAMESE).confirm(MINH, 0, true);
        var next = from(draft(MESQUITE, SpokenWords.VIETNAMESE), DAY.plusDays(3)).confirm(MINH, 0, true);
        var all = List.of(next, own, everywhere, draft(MESQUITE, SpokenWords.VIETNAMESE));
        assertThat(AlertLanguage.shown(all, MESQUITE, "vi", DAY)).contains(own);
        assertThat(AlertLanguage.shown(all, MESQUITE, "vi", DAY.plusDays(3))).contains(next);
        assertThat(AlertLanguage.shown(all, SAGUARO, "vi", DAY)).contains(everywhere);
        assertThat(AlertLanguage.shown(all, SAGUARO, "vi", DAY.minusDays(3))).isEmpty();
        assertThat(AlertLanguage.shown(all, MESQUITE, "so", DAY)).isEmpty();
        assertThat(AlertLanguage.shown(List.of(draft(MESQUITE, SpokenWords.VIETNAMESE)), MESQUITE, "vi", DAY))
                .as("a draft").isEmpty();
    }

    @Test
    void everyTextALanguageCanSayStandsInBothLanguagesOfTheHouse() {
        assertThat(LanguageWords.KEYS).doesNotHaveDuplicates().hasSizeBetween(20, 45);
        assertThat(LanguageWords.KEYS)
                .allSatisfy(key -> assertThat(TEXTS.has(LanguageWords.message(key))).as(key).isTrue());
        for (var house : Texts.LANGUAGES) {
            assertThat(LanguageWords.ofTheHouse(TEXTS, house)).allSatisfy((key, text) -> assertThat(text.length())
                    .as(house + " " + key).isBetween(1, LanguageWords.longest(key)));
        }
    }

    private static Map<String, String> wrong(Map<String, String> form) {
        try {
            LanguageDraft.read(form, TEXTS);
            return Map.of();
        } catch (InvalidInput input) {
            return input.byField();
        }
    }

    private static AlertLanguage draft(UUID district, Map<String, String> words) {
        return new AlertLanguage(AGENCY, UUID.randomUUID(), district, "vi", "Tiếng Việt", false, words, DAY, 0, LAN,
                null, null);
    }

    private static AlertLanguage from(AlertLanguage one, LocalDate day) {
        return new AlertLanguage(one.agency(), one.id(), one.district(), one.tag(), one.ownName(), one.rtl(),
                one.words(), day, one.version(), one.entered(), null, null);
    }
}
