package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnTest {
  @Test
  void unitIsReadFromEitherKindOfBracket() {
    assertEquals(new Column("height", "cm"), Column.parse(" height [cm] "));
    assertEquals(new Column("ozone level", "nmol/mol"), Column.parse("ozone level (nmol/mol)"));
    assertEquals(new Column("height", ""), Column.parse("height"));
    assertEquals(new Column("[cm]", ""), Column.parse("[cm]"));
  }

  @Test
  void labelNamesTheUnitWhereThereIsOne() {
    assertEquals("height (cm)", new Column("height", "cm").label());
    assertEquals("height", new Column("height", "").label());
  }

  @Test
  void costHasTheSquareOfTheUnit() {
    assertEquals("(cm²)", new Column("height", "cm").squaredUnit());
    assertEquals("(nmol/mol)²", new Column("ozone", "nmol/mol").squaredUnit());
    assertEquals("(dimensionless)", new Column("y", Column.DIMENSIONLESS).squaredUnit());
    assertEquals("(square of the unit of y)", new Column("y", "").squaredUnit());
  }
}
