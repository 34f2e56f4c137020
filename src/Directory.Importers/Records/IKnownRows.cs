namespace CenterDirectory.Importers.Records;

/// <summary>The rows of a source as they were read last. It is asked on the thread that reads, while another one takes the records.</summary>
internal interface IKnownRows
{
    /// <summary>Whether the record was made of just such a row, so that it says the same.</summary>
    /// <param name="kind">Record kind.</param>
    /// <param name="externalId">The source's own key.</param>
    /// <param name="digest">Over the cells of the row that are read.</param>
    bool Has(string kind, string externalId, UInt128 digest);
}
