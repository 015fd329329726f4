package org.daywatch.emergencies.alerts.languages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch._story.Story;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.springframework.context.ApplicationContext;

/** Words of two languages, one of them written right to left, as somebody who reads them would enter them. */
public final class SpokenWords {

    public static final Map<String, String> VIETNAMESE = Map.ofEntries(
            Map.entry("real", "Thật: không phải diễn tập"), Map.entry("drill", "Diễn tập: chỉ là diễn tập"),
            Map.entry("test", "Thử"),
            Map.entry("HOLD.name", "Ở yên tại chỗ"), Map.entry("SECURE.name", "Khóa cửa ngoài"),
            Map.entry("LOCKDOWN.name", "Phong tỏa"), Map.entry("EVACUATE.name", "Sơ tán"),
            Map.entry("SHELTER.name", "Trú ẩn"),
            Map.entry("LOCKDOWN.adults",
                    "Kéo người ngoài hành lang vào nếu an toàn. Khóa cửa, tắt đèn, mọi người khuất mắt và im lặng. Không mở cửa cho ai."),
            Map.entry("LOCKDOWN.students", "Khuất mắt, im lặng, không mở cửa cho ai."),
            Map.entry("TORNADO/SHELTER_AREA", "Lốc xoáy: đến khu trú ẩn"), Map.entry("students", "Học sinh:"),
            Map.entry("acknowledge", "Tôi đã hiểu"), Map.entry("safe", "Chúng tôi an toàn"),
            Map.entry("needHelp", "Chúng tôi cần giúp"), Map.entry("call", "Gọi 911"),
            Map.entry("over", "Báo động đã hết"));

    /** Without what students do in a lockdown. */
    public static final Map<String, String> ARABIC = Map.ofEntries(
            Map.entry("real", "حقيقي: ليس تمرينًا"), Map.entry("drill", "تمرين: مجرد تمرين"),
            Map.entry("test", "اختبار"),
            Map.entry("HOLD.name", "البقاء في الصف"), Map.entry("SECURE.name", "تأمين المبنى"),
            Map.entry("LOCKDOWN.name", "إغلاق تام"), Map.entry("EVACUATE.name", "إخلاء"),
            Map.entry("SHELTER.name", "احتماء"),
            Map.entry("LOCKDOWN.adults",
                    "أدخلوا من في الممر إن كان ذلك آمنًا. أقفلوا الباب وأطفئوا الضوء وليختبئ الجميع بصمت. لا تفتحوا لأحد."),
            Map.entry("acknowledge", "فهمت"), Map.entry("safe", "نحن بأمان"), Map.entry("needHelp", "نحتاج إلى مساعدة"),
            Map.entry("over", "انتهى الإنذار"));

    private SpokenWords() {}

    /** As the form of the page sends them. @param more name, value, name, value…: they come last and win */
    public static Map<String, String> form(String tag, String name, String direction, Map<String, String> words,
            String... more) {
        var form = new LinkedHashMap<>(
                Map.of("tag", tag, "ownName", name, "direction", direction, "from", "2026-08-01"));
        words.forEach((key, text) -> form.put(LanguageWords.field(key), text));
        for (int i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        return form;
    }

    public static Map<String, String> vietnamese(String... more) {
        return form("vi", "Tiếng Việt", "ltr", VIETNAMESE, more);
    }

    public static Map<String, String> arabic(String... more) {
        return form("ar", "العربية", "rtl", ARABIC, more);
    }

    public static String[] fields(Map<String, String> form) {
        return form.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray(String[]::new);
    }

    /** Entered by one and confirmed by another, as the database keeps it. @param confirmed false: it stays a draft */
    public static void keep(ApplicationContext app, Story.Cast cast, Map<String, String> form, boolean confirmed) {
        var draft = LanguageDraft.read(form, app.getBean(Texts.class));
        var now = Instant.parse("2026-08-03T13:00:00Z");
        var one = new AlertLanguage(cast.agency(), Ids.next(), cast.mesquite(), draft.tag(), draft.ownName(),
                draft.rtl(), draft.words(), draft.from(), 0, new AlertLanguage.Said(Ids.next(), "Lan Tran", now), null,
                null);
        var store = app.getBean(AlertLanguageStore.class);
        app.getBean(Story.class).run(cast.mesquite(), () -> {
            store.insert(one);
            if (confirmed) store.save(one.confirm(new AlertLanguage.Said(Ids.next(), "Minh Vo", now), 0, true), 0);
        });
    }

    /** What the school speaks from now on, on this node's screens too. */
    public static void speaks(ApplicationContext app, Story.Cast cast, UUID school, String... tags) {
        app.getBean(Story.class).run(cast.mesquite(), () -> app.getBean(AlertLanguageStore.class).speak(cast.agency(),
                new AlertLanguageStore.Speaks(school, cast.mesquite(), List.of(tags))));
        app.getBean(SchoolLanguages.class).refresh(cast.agency());
    }
}
