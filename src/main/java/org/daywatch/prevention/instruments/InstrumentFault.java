package org.daywatch.prevention.instruments;

/** @param path where in the file, as items[3].text.en; @param todo a sentence that says what to write instead */
public record InstrumentFault(String path, String value, String todo) {

    @Override
    public String toString() {
        return path + (value.isEmpty() ? "" : " \"" + value + "\"") + ": " + todo;
    }
}
