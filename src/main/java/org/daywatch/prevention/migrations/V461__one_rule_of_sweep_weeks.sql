-- What a program demands says how many weeks of sheets are at hand; a second copy of the same number for Texas could be changed without the first.
delete from directory.program_rule where id = 'SWEEP-SHEET-WEEKS-TX';
update directory.program_rule set words = 'The sheets of door sweeps of so many school weeks are at hand, where no program of the school says otherwise.' where id = 'SWEEP-SHEET-WEEKS';
