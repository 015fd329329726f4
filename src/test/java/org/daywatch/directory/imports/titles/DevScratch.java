package org.daywatch.directory.imports.titles;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
public class DevScratch { public static void main(String[] a) throws Exception { var r = new TitleReader(); 
 try (var csv = CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/calendars/titles.csv"))) { for (var row : csv) { if (!row.getField("half").equals(a.length > 0 ? a[0] : "develop")) continue; var x = r.read(row.getField("title")); System.out.println(row.getField("expected")+"\t"+x.reads()+"\t"+x.sureness()+"\t"+x.reason()+"\t"+x.levels()+"\t"+row.getField("title")); } } } }
