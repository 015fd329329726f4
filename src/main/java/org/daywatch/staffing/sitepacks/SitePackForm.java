package org.daywatch.staffing.sitepacks;

import java.util.List;
import java.util.stream.Stream;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;

/** What is asked of whoever writes what an officer must know of a school. */
public final class SitePackForm {

    private SitePackForm() {}

    public static List<Field> fields(Page page) {
        return Stream.of("contacts", "keys", "radio", "brokenDoors", "postOrders").map(name -> field(page, name))
                .toList();
    }

    private static Field field(Page page, String name) {
        return Field.textarea(name, page.t("sitepacks." + name)).hint(page.t("sitepacks." + name + ".hint"))
                .filled(page).must().with("rows", 5).with("maxlength", SitePack.Content.LONGEST);
    }
}
