package org.daywatch.platform.web.lists;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.jspecify.annotations.Nullable;

/**
 * One column of a plain list.
 *
 * @param key what it is called in addresses
 * @param label key of its head's text
 * @param said what the page shows of a row; null: the column stands in the file alone
 * @param order null: the list is not put in order by it
 * @param searched whether the words searched for may stand in it
 * @param file by heading what the file says of a row; one column of the page may be several there
 * @param choice the few values it can have, where it has few
 * @param tone of the chip it is shown as; null: plain text
 */
record ListColumn<T>(String key, String label, @Nullable BiFunction<Page, T, String> said,
        @Nullable Comparator<T> order, boolean number, boolean searched, Map<String, Function<T, ?>> file,
        @Nullable Choice<T> choice, @Nullable Function<T, Chip.Tone> tone) {

    /**
     * @param words where the names of the values stand: a key that ends before them; @param any key of "All" where the
     * list is filtered by it
     */
    record Choice<T>(String words, List<String> values, Function<T, ?> value, @Nullable String any) {}

    ListColumn<T> isSearched() { return new ListColumn<>(key, label, said, order, number, true, file, choice, tone); }

    ListColumn<T> unsorted() {
        return new ListColumn<>(key, label, said, null, number, searched, file, choice, tone);
    }

    ListColumn<T> filtered(String any) {
        if (choice == null) throw new IllegalStateException(key + " has no few values to choose from");
        return new ListColumn<>(key, label, said, order, number, searched, file,
                new Choice<>(choice.words(), choice.values(), choice.value(), any), tone);
    }

    ListColumn<T> named(List<String> headings) {
        if (headings.size() != file.size())
            throw new IllegalStateException(key + " needs " + file.size() + " headings in the file");
        var renamed = new LinkedHashMap<String, Function<T, ?>>();
        var names = headings.iterator();
        file.values().forEach(value -> renamed.put(names.next(), value));
        return new ListColumn<>(key, label, said, order, number, searched, renamed, choice, tone);
    }

    boolean isFiltered() { return choice != null && choice.any() != null; }

    /** Whether a row is left in by the value asked for; "" leaves all. */
    boolean leaves(String asked, T row) {
        return asked.isEmpty() || choice == null || String.valueOf(choice.value().apply(row)).equals(asked);
    }
}
